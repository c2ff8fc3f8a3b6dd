import { expect, test } from 'vitest'
import { keepsOf, noRefinements } from '#core/activity/refinements.ts'
import { toRow } from '#core/activity/row.ts'
import { mostCopied, rowsToCopy } from './copy-table.ts'

/** Calls, of which every third came in. */
const rows = Array.from({ length: 4000 }, (_, i) =>
  toRow({ id: `acti_${i}`, _type: 'Call', direction: i % 3 === 0 ? 'inbound' : 'outbound' }),
)
const pages = [{ rows: rows.slice(0, 100) }, { rows: rows.slice(100) }]
const keeps = keepsOf({ ...noRefinements, loadedDirections: ['incoming'] })

test('what is copied is what the refinements keep, and says of how many loaded rows', () => {
  const first = rowsToCopy(pages.slice(0, 1), keeps, 'en-GB')
  expect(first.count).toBe('34 of 100 loaded rows')
  expect(first.rows.every(({ direction }) => direction === 'inbound')).toBe(true)
})

test('rows are kept before they are cut to a thousand', () => {
  const { rows: copied, count } = rowsToCopy(pages, keeps, 'en-GB')
  expect(copied).toHaveLength(mostCopied)
  expect(copied.every(({ direction }) => direction === 'inbound')).toBe(true)
  expect(count).toBe('1,000 of 4,000 loaded rows')
})

test('without refinements nothing is left out', () => {
  expect(rowsToCopy(pages.slice(0, 1), null, 'en-GB').count).toBe('100 loaded rows')
  expect(rowsToCopy([], null, 'en-GB')).toEqual({ rows: [], count: '0 loaded rows' })
})
