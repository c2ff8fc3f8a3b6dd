import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '#core/query/testing/property.ts'
import { Conversations } from './conversations.ts'
import { type ActivityRow, toRow } from './row.ts'

const thread = (id: string) => toRow({ id, _type: 'EmailThread' })
const message = (id: string, of: string | null) => toRow({ id, _type: 'Email', thread_id: of })
const call = (id: string) => toRow({ id, _type: 'Call' })

/** What a reader sees: what stands by itself, and what stands under each thread; in no order. */
function shown(conversations: Conversations, rows: readonly ActivityRow[]) {
  const { tops, joined, threads } = conversations.assembled
  return {
    tops: tops.map((row) => rows[row]?.id).toSorted(),
    threads: [...threads.keys()].toSorted(),
    joined: [...joined].map(([id, messages]) => [id, messages.map((each) => each.id).toSorted()]).toSorted(),
  }
}

function inPages(rows: readonly ActivityRow[], sizes: readonly number[]) {
  const conversations = new Conversations()
  let start = 0
  let page = 0
  while (start < rows.length) {
    const size = sizes[page % sizes.length] ?? 1
    conversations.put(page, rows.slice(start, start + size))
    start += size
    page += 1
  }
  return conversations
}

/** Threads t0…t4, of which some are in the list; messages of any of them or of none; calls. */
const lists = fc
  .tuple(fc.uniqueArray(fc.nat(4)), fc.array(fc.option(fc.nat(4)), { maxLength: 25 }), fc.nat(6))
  .map(([threads, messages, calls]) => [
    ...threads.map((number) => thread(`t${number}`)),
    ...messages.map((of, i) => message(`m${i}`, of === null ? null : `t${of}`)),
    ...Array.from({ length: calls }, (_, i) => call(`c${i}`)),
  ])
const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 })
const shuffled = lists.chain((rows) =>
  fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }), sizes),
)

test('any order and any paging give the same conversations, with nothing lost and nothing doubled', () => {
  check(
    fc.property(shuffled, ([rows, otherOrder, paging]) => {
      const whole = shown(inPages(rows, [rows.length + 1]), rows)
      const paged = shown(inPages(otherOrder, paging), otherOrder)
      expect(paged).toEqual(whole)
      const all = [...paged.tops, ...paged.joined.flatMap(([, messages]) => messages ?? [])]
      expect(all.toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
    }),
  )
})

test('a message stands under its thread exactly when the thread is in the list', () => {
  check(
    fc.property(shuffled, ([, rows, paging]) => {
      const ids = new Set(rows.map(({ id }) => id))
      const { tops } = inPages(rows, paging).assembled
      const alone = rows.filter(({ threadId }) => threadId === null || !ids.has(threadId))
      expect(tops.map((row) => rows[row])).toEqual(alone)
    }),
    1000,
  )
})

test('pages that are put again, and what was forgotten and walked anew, change nothing', () => {
  check(
    fc.property(shuffled, fc.nat(), ([, rows, paging], from) => {
      const conversations = inPages(rows, paging)
      const whole = shown(conversations, rows)
      const pages: ActivityRow[][] = []
      for (let start = 0; start < rows.length;) {
        const size = paging[pages.length % paging.length] ?? 1
        pages.push(rows.slice(start, start + size))
        start += size
      }
      const again = pages.length === 0 ? 0 : from % pages.length
      if (from % 2 === 0) conversations.keep(again)
      for (let page = again; page < pages.length; page += 1) conversations.put(page, pages[page] ?? [])
      expect(shown(conversations, rows)).toEqual(whole)
    }),
    1000,
  )
})

test('a thread or a message that was met twice is there once', () => {
  const rows = [thread('t'), message('m', 't'), call('c'), message('m', 't'), thread('t')]
  expect(shown(inPages(rows, [2]), rows)).toEqual({ tops: ['c', 't'], threads: ['t'], joined: [['t', ['m']]] })
})

test('what was assembled is assembled once, however often it is read', () => {
  const conversations = inPages([thread('t'), message('m', 't')], [1])
  expect(conversations.assembled).toBe(conversations.assembled)
})
