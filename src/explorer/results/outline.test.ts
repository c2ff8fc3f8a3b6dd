import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outlineOf } from './outline.ts'

test('without conversations the lines are the rows', () => {
  const outline = outlineOf(3, null, [])
  expect(outline).toMatchObject({ lineCount: 3, topCount: 3 })
  expect([0, 1, 2].map(outline.lineAt)).toEqual([0, 1, 2].map((row) => ({ row, message: null })))
})

test('an open conversation has its messages as lines below it', () => {
  const outline = outlineOf(6, [0, 2, 5], [{ row: 2, lines: 2 }])
  expect(outline).toMatchObject({ lineCount: 5, topCount: 3 })
  expect([0, 1, 2, 3, 4].map(outline.lineAt)).toEqual([
    { row: 0, message: null },
    { row: 2, message: null },
    { row: 2, message: 0 },
    { row: 2, message: 1 },
    { row: 5, message: null },
  ])
  expect([0, 1, 2, 3, 4].map(outline.messagesBefore)).toEqual([0, 0, 0, 1, 2])
  expect(outline.indexOf({ row: 1, message: null })).toBeNull()
  expect(outline.indexOf({ row: 2, message: 2 })).toBeNull()
})

test('every line is found again where it is, whatever is open', () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { maxLength: 30 }),
      fc.uniqueArray(fc.record({ row: fc.nat(30), lines: fc.nat(4) }), { selector: ({ row }) => row, maxLength: 6 }),
      (stands, opened) => {
        const tops = stands.flatMap((is, row) => (is ? [row] : []))
        const outline = outlineOf(stands.length, tops, opened)
        const lines = Array.from({ length: outline.lineCount }, (_, index) => outline.lineAt(index))
        const expected = tops.flatMap((row) => [
          { row, message: null },
          ...Array.from({ length: opened.find((each) => each.row === row)?.lines ?? 0 }, (_, message) => ({
            row,
            message,
          })),
        ])
        expect(lines).toEqual(expected)
        expect(lines.map(outline.indexOf)).toEqual(lines.map((_, index) => index))
      },
    ),
    { numRuns: 2000 },
  )
})
