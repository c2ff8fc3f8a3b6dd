import { describe, expect, it } from 'vitest'
import { toColumns } from '#core/activity/columns.ts'
import { idOnlyNames } from '#core/activity/names.ts'
import { toRow } from '#core/activity/row.ts'
import { compare } from './compare.ts'
import { copyText } from './copy-text.ts'
import { inOrder, noSelection, rangeMoved, toggled, withRows } from './selection.ts'

const row = (id: string, more = {}) =>
  toRow({ id, _type: 'Note', note: `about ${id}`, date_created: `2026-03-0${id}T10:00:00Z`, ...more })
const [a, b, c, d] = [row('1'), row('2'), row('3'), row('4')]

describe('a selection', () => {
  it('takes rows in and lets them go', () => {
    const two = toggled(toggled(noSelection, a), b)
    expect([...two.rows.keys()]).toEqual(['1', '2'])
    expect([...toggled(two, a).rows.keys()]).toEqual(['2'])
    expect(withRows(two, [a])).toBe(two)
  })

  it('follows a range back and forth, and leaves other rows alone', () => {
    const start = toggled(noSelection, d)
    const wide = rangeMoved(start, [], [a, b, c])
    const narrow = rangeMoved(wide, [a, b, c], [a])
    expect([...narrow.rows.keys()].toSorted()).toEqual(['1', '4'])
  })

  it('stands in the order of the table', () => {
    const all = withRows(noSelection, [b, d, a])
    expect(inOrder(all, 'date_created').map(({ id }) => id)).toEqual(['4', '2', '1'])
  })
})

describe('selected rows to be pasted', () => {
  const columns = toColumns(['time', 'lead', 'summary', 'duration'])
  const context = { names: idOnlyNames, timeZone: 'UTC', locale: 'en-GB', sort: 'date_created' } as const
  const rows = [
    row('1', { note: '=HYPERLINK("https://x.invalid","a")', lead_id: 'lead_1' }),
    row('2', { note: 'a | b [c](https://x.invalid) <img src=x>', duration: 65 }),
  ]

  it('are lines of cells with their headers, and nothing in them is a formula', () => {
    const [header, first] = copyText('text', rows, columns, context).split('\n')
    expect(header).toBe('Time\tLead\tSummary\tDuration')
    expect(first).toBe(`1 Mar 2026, 10:00\tlead_1\t'=HYPERLINK("https://x.invalid","a")\t`)
    expect(copyText('csv', rows, columns, context)).toContain(`"'=HYPERLINK(""https://x.invalid"",""a"")"`)
  })

  it('are a table in Markdown in which nothing is markup', () => {
    const [, rule, , second] = copyText('markdown', rows, columns, context).split('\n')
    expect(rule).toBe('| --- | --- | --- | --: |')
    expect(second).toContain('a \\| b \\[c\\]\\(https://x.invalid\\) \\<img src=x\\>')
  })

  it('are objects in JSON, with values as sent', () => {
    expect(JSON.parse(copyText('json', rows, columns, context))).toMatchObject([
      { id: '1', time: '2026-03-01T10:00:00Z', lead: { id: 'lead_1', name: null }, duration: null },
      { id: '2', duration: 65 },
    ])
  })
})

describe('activities side by side', () => {
  it('tell the fields that differ from those that do not', () => {
    const { different, equal } = compare([
      { id: 'a', _type: 'Note', note: 'x', tags: [], to: { a: 1, b: 2 } },
      { id: 'b', _type: 'Note', note: 'y', to: { b: 2, a: 1 }, extra: null },
    ])
    expect(different.map(({ name }) => name)).toEqual(['id', 'note'])
    expect(equal.map(({ name }) => name)).toEqual(['_type', 'tags', 'to', 'extra'])
  })
})
