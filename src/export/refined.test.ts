import { expect, test } from 'vitest'
import { columnsOf } from '#core/activity/columns.ts'
import { keepsOf } from '#core/activity/refinements.ts'
import { toRow } from '#core/activity/row.ts'
import { type ActivityQuery, emptyQuery } from '#core/query/activity-query.ts'
import { plan } from '#core/query/plan.ts'
import { refinedBy } from './refined.ts'

const wire = { id: 'acti_1', _type: 'Note', note: 'A discount', 'custom.cf_hidden': 'discount', unheard_of: 'discount' }

function judged(query: Partial<ActivityQuery>) {
  const asked = { ...emptyQuery, ...query }
  const ready = plan(asked, { timeZone: 'UTC', now: 0 })
  if (ready.status === 'blocked') throw new Error('blocked')
  return refinedBy(asked, ready.streams[0])
}

test('nothing refined leaves the export alone', () => {
  expect(judged({})).toBeNull()
})

test('the file keeps what the table keeps, although it asks for other fields', () => {
  const query = { resource: 'note', loadedText: 'discount' } as const
  expect(judged(query)?.keeps(wire)).toBe(true)
  // A custom field that the table does not show is not among its rows.
  expect(judged(query)?.keeps({ ...wire, note: 'Nothing' })).toBe(false)
  expect(judged({ ...query, columns: ['time', 'custom.cf_hidden'] })?.keeps({ ...wire, note: '' })).toBe(true)
})

test('a table that was asked for few fields is not known better by the file', () => {
  const query = { resource: 'note', fields: ['id'], loadedText: 'discount' } as const
  expect(judged(query)?.keeps(wire)).toBe(false)
  expect(keepsOf({ ...emptyQuery, ...query })?.(toRow({ id: wire.id }))).toBe(false)
})

test('what it judges by is asked for, whatever columns the file has', () => {
  expect(columnsOf({ columns: ['id'], resource: 'note' })).toHaveLength(1)
  expect(judged({ resource: 'note', columns: ['id'], loadedText: 'x' })?.fields).toContain('note')
})
