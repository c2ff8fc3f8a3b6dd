import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '#core/query/testing/property.ts'
import { type ActivityRow, toRow } from './row.ts'
import { noTotals, RunningTotals, sumOf, totalsOf, totalsText } from './totals.ts'

const rows: fc.Arbitrary<ActivityRow[]> = fc.array(
  fc
    .record({
      _type: fc.constantFrom('Call', 'Note', 'Telegram', ''),
      user_id: fc.constantFrom('user_a', 'user_b', null),
      duration: fc.constantFrom(0, 61, null),
    })
    .map((wire) => toRow(wire)),
  { maxLength: 12 },
)

test('pages added up are the same as all rows at once', () => {
  check(
    fc.property(fc.array(rows, { maxLength: 5 }), (pages) => {
      expect(sumOf(pages.map(totalsOf))).toEqual(totalsOf(pages.flat()))
    }),
    300,
  )
})

test('a list that grows, is cut or changes within is added up as if for the first time', () => {
  const part = rows.map(totalsOf)
  const change = fc.record({ keep: fc.nat(6), more: fc.array(fc.option(part, { nil: undefined }), { maxLength: 4 }) })
  check(
    fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
      const running = new RunningTotals()
      let parts: readonly (ReturnType<typeof totalsOf> | undefined)[] = []
      for (const { keep, more } of changes) {
        parts = [...parts.slice(0, keep), ...more]
        expect(running.of(parts)).toEqual(sumOf(parts.filter((each) => each !== undefined)))
      }
    }),
    300,
  )
})

test('totals are read as a line, calls first with their time', () => {
  const call = { _type: 'Call', duration: 4020, user_id: 'user_a' }
  const note = { _type: 'Note', user_id: 'user_b' }
  const text = (wires: readonly object[]) => totalsText(totalsOf(wires.map((wire) => toRow({ ...wire }))), 'en-GB')
  expect(text([call, note, note])).toBe('1 call, 1 h 7 min · 2 notes · 2 users')
  expect(text([{ _type: 'SMS' }, { _type: 'SMS' }, { _type: 'Odd' }])).toBe('2 SMS, 1 Odd')
  expect(totalsText(noTotals, 'en-GB')).toBe('')
})
