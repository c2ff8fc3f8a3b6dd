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

test('in the place of a line that is gone stands the next row, or what is left of its conversation', () => {
  const outline = outlineOf(6, [0, 2, 5], [{ row: 2, lines: 2 }])
  expect(outline.nearest({ row: 1, message: null })).toBe(1)
  expect(outline.nearest({ row: 2, message: 7 })).toBe(3)
  expect(outline.nearest({ row: 3, message: null })).toBe(4)
  expect(outline.nearest({ row: 9, message: null })).toBe(4)
  expect(outlineOf(6, [0, 2, 5], []).nearest({ row: 2, message: 1 })).toBe(1)
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
        expect(lines.map(outline.nearest)).toEqual(lines.map((_, index) => index))
      },
    ),
    { numRuns: 2000 },
  )
})

test('a conversation of 60 messages, opened among 100,000 rows, looks at few of them', () => {
  let looks = 0
  const numbers = Array.from({ length: 100_000 }, (_, place) => place * 2)
  const tops = new Proxy(numbers, {
    get: (target, key, receiver) => {
      looks += 1
      return Reflect.get(target, key, receiver)
    },
  })
  const outline = outlineOf(200_000, tops, [{ row: 120_000, lines: 60 }])
  const start = outline.indexOf({ row: 120_000, message: null }) ?? 0
  const lines = Array.from({ length: 62 }, (_, i) => outline.lineAt(start + i))
  expect(lines.map(outline.indexOf)).toEqual(lines.map((_, i) => start + i))
  expect(lines.at(-1)).toEqual({ row: 120_002, message: null })
  expect(outline.lineCount).toBe(100_060)
  // Seventeen halvings find one of 100,000.
  expect(looks).toBeLessThan(lines.length * 30)
})
