import { describe, expect, it } from 'vitest'
import { toColumns } from '#core/activity/columns.ts'
import { idOnlyNames, type Names } from '#core/activity/names.ts'
import { toRow } from '#core/activity/row.ts'
import { FindIndex } from './find-index.ts'
import { marksOf, matchBeside, placeFrom } from './step.ts'

const context = { timeZone: 'Europe/Berlin', locale: 'en-GB', sort: 'date_created' } as const
const columns = toColumns(['time', 'type', 'lead', 'user', 'summary'])
const note = (i: number, text: string, more = {}) =>
  toRow({ id: `acti_${i}`, _type: 'Note', note: text, date_created: '2026-03-04T14:05:00Z', ...more }, i)

function search(index: FindIndex, typed: string, names: Names = idOnlyNames): readonly number[] {
  const run = index.search(typed, names)
  for (;;) {
    const step = run.next()
    if (step.done) return step.value
  }
}

const known: Names = {
  ...idOnlyNames,
  lead: (id) => (id === 'lead_1' ? 'Müller & Söhne' : undefined),
  activityType: (id) => (id === 'actitype_1' ? 'Site visit' : undefined),
}

function pagesOf(texts: readonly string[]) {
  const index = new FindIndex(columns, context)
  index.put({
    index: 0,
    start: 0,
    rows: texts.map((text, i) => note(i, text, { lead_id: 'lead_1', user_name: 'Ana' })),
  })
  return index
}

describe('find in the table', () => {
  it('reads case and accents over, in what the columns show', () => {
    const index = pagesOf(['Café au lait', 'tea', 'CAFE'])
    expect(search(index, 'cafe')).toEqual([0, 2])
    expect(search(index, 'ANA')).toEqual([0, 1, 2])
    expect(search(index, '4 mar 2026, 15:05')).toEqual([0, 1, 2])
    expect(search(index, 'acti_1')).toEqual([])
    expect(search(index, '')).toEqual([])
  })

  it('finds a name once it is known, and its id only as long as that is what is shown', () => {
    const index = pagesOf(['tea'])
    expect(search(index, 'lead_1')).toEqual([0])
    expect(search(index, 'muller')).toEqual([])
    expect(search(index, 'muller', known)).toEqual([0])
    expect(search(index, 'lead_1', known)).toEqual([])
  })

  it('finds the name of a custom type in the summary', () => {
    const index = new FindIndex(columns, context)
    index.put({ index: 0, start: 0, rows: [note(0, 'x', { custom_activity_type_id: 'actitype_1' })] })
    expect(search(index, 'site visit', known)).toEqual([0])
    expect(search(index, 'actitype_1')).toEqual([])
  })

  it('does not find across two columns', () => {
    expect(search(pagesOf(['Note']), 'note note')).toEqual([])
  })

  it('keeps what it read of pages that were dropped, and forgets those that no longer follow', () => {
    const index = pagesOf(['tea'])
    index.put({ index: 1, start: 1, rows: [note(1, 'tea')] })
    expect(search(index, 'tea')).toEqual([0, 1])
    index.put({ index: 1, start: 1, rows: [note(1, 'milk'), note(2, 'tea')] })
    expect(search(index, 'tea')).toEqual([0, 2])
    expect(index.rowCount).toBe(3)
    index.keep(1)
    expect(search(index, 'tea')).toEqual([0])
    expect(index.rowCount).toBe(1)
  })

  it('goes on page by page', () => {
    const index = pagesOf(['tea'])
    index.put({ index: 1, start: 1, rows: [note(1, 'tea')] })
    const run = index.search('tea', idOnlyNames)
    expect([run.next().done, run.next().done, run.next().done]).toEqual([false, false, true])
  })
})

describe('steps between matches', () => {
  it('go round the end', () => {
    expect(matchBeside([3, 7, 9], 7, 1)).toBe(9)
    expect(matchBeside([3, 7, 9], 9, 1)).toBe(3)
    expect(matchBeside([3, 7, 9], 3, -1)).toBe(9)
    expect(matchBeside([3, 7, 9], 5, -1)).toBe(3)
    expect(matchBeside([3, 7, 9], 5, 1)).toBe(7)
    expect(matchBeside([], 5, 1)).toBeNull()
    expect(placeFrom([3, 7, 9], 8)).toBe(2)
  })

  it('are marked along the list, each place once', () => {
    expect(marksOf([0, 1, 50, 99], 100, 10)).toEqual([0, 5, 9])
    expect(marksOf([], 0, 10)).toEqual([])
  })
})
