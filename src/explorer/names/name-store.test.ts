import { expect, test, vi } from 'vitest'
import type { Names } from '#core/activity/names.ts'
import { createNameStore, type Look } from './name-store.ts'

const silent: Look = async () => undefined

/** A store whose moments of gathering are ended by hand. */
function setUp(looks: Partial<Record<keyof Names, Look>>) {
  const due: (() => void)[] = []
  const all = {
    lead: silent,
    contact: silent,
    user: silent,
    activityType: silent,
    customField: silent,
    outcome: silent,
    leadStatus: silent,
  }
  const store = createNameStore({ looks: { ...all, ...looks }, later: (task) => void due.push(task) })
  const settle = async () => {
    for (let task = due.shift(); task; task = due.shift()) {
      task()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { store, settle }
}

const named: Look = async (ids, learn) =>
  learn(
    'lead',
    ids.map((id) => [id, `Name of ${id}`]),
  )

test('ids wanted in one moment are asked for together, each once', async () => {
  const lead = vi.fn(named)
  const { store, settle } = setUp({ lead })
  store.want('rows', () => ({ lead: ['a', 'b', 'a'] }))
  store.want('query', () => ({ lead: ['b', 'c'] }))
  await settle()
  expect(lead.mock.calls.map(([ids]) => ids)).toEqual([['a', 'b', 'c']])
  expect(store.getSnapshot().lead('c')).toBe('Name of c')
})

test('what is known is not asked for again', async () => {
  const lead = vi.fn(named)
  const { store, settle } = setUp({ lead })
  store.want('rows', () => ({ lead: ['a'] }))
  await settle()
  store.want('rows', () => ({ lead: ['a', 'b'] }))
  await settle()
  expect(lead.mock.calls.map(([ids]) => ids)).toEqual([['a'], ['b']])
})

test('more than a hundred ids go in several requests, one after the other', async () => {
  const lead = vi.fn(named)
  const { store, settle } = setUp({ lead })
  const ids = Array.from({ length: 250 }, (_, i) => `lead_${i}`)
  store.want('rows', () => ({ lead: ids }))
  await settle()
  expect(lead.mock.calls.map(([asked]) => asked.length)).toEqual([100, 100, 50])
})

test('only what is still in view when ids are gathered is asked for', async () => {
  const lead = vi.fn(named)
  const { store, settle } = setUp({ lead })
  store.want('rows', () => ({ lead: ['gone'] }))
  store.want('rows', () => ({ lead: ['here'] }))
  await settle()
  expect(lead.mock.calls.map(([ids]) => ids)).toEqual([['here']])
})

test('names that could not be asked for are asked for again only after being forgiven', async () => {
  const lead = vi.fn<Look>().mockRejectedValueOnce(new Error('lost')).mockImplementation(named)
  const { store, settle } = setUp({ lead })
  store.want('rows', () => ({ lead: ['a'] }))
  await settle()
  store.want('rows', () => ({ lead: ['a'] }))
  await settle()
  expect(lead).toHaveBeenCalledTimes(1)
  store.forgive()
  store.want('rows', () => ({ lead: ['a'] }))
  await settle()
  expect(store.getSnapshot().lead('a')).toBe('Name of a')
})

test('a list that says nothing new tells nobody', async () => {
  const { store, settle } = setUp({ user: async (_ids, learn) => learn('user', [['u', 'Ana']]) })
  const listener = vi.fn()
  store.subscribe(listener)
  await store.load(['user'])
  await store.load(['user'])
  await settle()
  expect(listener).toHaveBeenCalledTimes(1)
})

test('an id without a name says why: Close does not give it, or could not be asked', async () => {
  const lead: Look = async (ids, learn) =>
    learn(
      'lead',
      ids.filter((id) => id !== 'gone').map((id) => [id, id]),
    )
  const { store, settle } = setUp({ lead, contact: async () => Promise.reject(new Error('lost')) })
  store.want('rows', () => ({ lead: ['gone', 'here'], contact: ['c'] }))
  await settle()
  expect([store.absence('lead', 'gone'), store.absence('lead', 'here'), store.absence('contact', 'c')]).toEqual([
    'not-given',
    null,
    'not-asked',
  ])
})
