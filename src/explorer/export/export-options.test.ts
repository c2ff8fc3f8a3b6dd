import { expect, test } from 'vitest'
import { toColumns } from '#core/activity/columns.ts'
import { emptyQuery } from '#core/query/activity-query.ts'
import { plan as planOf } from '#core/query/plan.ts'
import { parseJob } from '#export/job.ts'
import { exceedsSheet, type ExportOptions, jobOf, rowsPerFileOf, usualOptions } from './export-options.ts'

function job(change: Partial<ExportOptions>, query = { ...emptyQuery, columns: ['id', 'time'] }) {
  const plan = planOf(query, { timeZone: 'UTC', now: 0 })
  if (plan.status === 'blocked') throw new Error('blocked')
  const options = { ...usualOptions(query, 'Europe/Berlin'), ...change }
  const all = toColumns(['id', 'time', 'note'])
  return jobOf({ query, plan, options, all, id: 'x', scope: 'Notes', locale: 'en-GB', organization: null })
}

test('the columns are those that are visible, all of them, or the chosen ones', () => {
  expect(job({}).columns).toEqual(['id', 'time'])
  expect(job({ columns: 'all' }).columns).toEqual(toColumns(['id', 'time', 'note']).map(({ id }) => id))
  expect(job({ columns: 'chosen', chosen: ['summary'] }).columns).toEqual(['summary'])
})

test('what is a line is chosen where there are conversations, and nowhere else', () => {
  expect(job({ lines: 'messages' }).lines).toBeNull()
  expect(job({ lines: 'messages' }, { ...emptyQuery, columns: [], emailThreads: 'both' }).lines).toBe('messages')
})

test('a job is read back from its text, and nothing else is', () => {
  const made = job({ splits: true, rowsPerFile: '5,000' })
  expect(made.rowsPerFile).toBe(5000)
  expect(parseJob(JSON.stringify(made))).toEqual(made)
  for (const text of ['', '{', 'null', '{}', JSON.stringify(made).slice(0, -20)]) expect(parseJob(text)).toBeNull()
})

test.each([
  ['1000000', 1_000_000],
  ['1 000 000', 1_000_000],
  ['50,000', 50_000],
  ['12', expect.stringContaining('100 or more')],
  ['many', expect.stringContaining('100 or more')],
])('%s rows a file', (rowsPerFile, rows) => {
  expect(rowsPerFileOf({ splits: true, rowsPerFile })).toEqual(rows)
  expect(rowsPerFileOf({ splits: false, rowsPerFile })).toBeNull()
})

test('Excel shows 1,048,576 rows, one of which is the header', () => {
  expect(exceedsSheet(1_048_575, null)).toBe(false)
  expect(exceedsSheet(1_048_576, null)).toBe(true)
  expect(exceedsSheet(5_000_000, 1_000_000)).toBe(false)
  expect(exceedsSheet(null, null)).toBeNull()
})
