import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Window } from '#core/query/plan-types.ts'
import type { Timestamp } from '#core/query/timestamp.ts'
import { cutAt, placeToCut, placeToShare, usualTuning, type Standing } from './windows.ts'

function holds({ from, until }: Window, { seconds, micros }: Timestamp): boolean {
  const at = seconds * 1e6 + micros
  const low = from === null || (from.inclusive ? at >= from.at * 1e6 : at > from.at * 1e6)
  return low && (until === null || (until.inclusive ? at <= until.at * 1e6 : at < until.at * 1e6))
}

const second = fc.integer({ min: 0, max: 60 })
const edge = fc.option(fc.record({ at: second, inclusive: fc.boolean() }))
const moment = fc.record({ seconds: second, micros: fc.constantFrom(0, 1, 400_000, 999_999) })

test('whatever is cut, every moment of the period lies in exactly one window, and no other does', () => {
  fc.assert(
    fc.property(edge, edge, fc.array(second), fc.array(moment, { minLength: 20 }), (from, until, cuts, moments) => {
      const whole: Window = { from, until }
      let windows: readonly Window[] = [whole]
      for (const at of cuts) {
        windows = windows.flatMap((window) =>
          at > (window.from?.at ?? -1) && at < (window.until?.at ?? 99) ? cutAt(window, at) : [window],
        )
      }
      for (const each of moments) {
        const count = windows.filter((window) => holds(window, each)).length
        // An empty period, from after until, has no windows that hold anything twice either.
        expect(count).toBe(holds(whole, each) ? 1 : 0)
      }
      for (const [index, { until: below }] of windows.entries())
        if (index > 0) expect(below).toEqual({ at: windows[index - 1]?.from?.at, inclusive: false })
    }),
    { numRuns: 2000 },
  )
})

const standing = fc.record({
  piece: fc.record({
    from: fc.option(fc.record({ at: fc.integer({ min: 0, max: 2e9 }), inclusive: fc.boolean() })),
    until: fc.constant(null),
  }),
  reached: fc.option(fc.integer({ min: 0, max: 2e9 })),
  density: fc.double({ min: 0, max: 1e6, noNaN: true }),
  pages: fc.nat(200),
})

test('a cut lies strictly between where the walk is and where the window ends, at a whole second', () => {
  const isInside = (at: number | null, { piece, reached }: Standing) =>
    at === null || (Number.isInteger(at) && reached !== null && at < reached && at > (piece.from?.at ?? 0))
  fc.assert(
    fc.property(
      standing,
      fc.boolean(),
      (each, isLowest) =>
        isInside(placeToCut(each, isLowest, usualTuning), each) && isInside(placeToShare(each, usualTuning), each),
    ),
    { numRuns: 20_000 },
  )
})

const day = 86_400

test('the lowest window keeps what makes it a usual one; the next begins below', () => {
  const piece = { from: null, until: null }
  const at = placeToCut({ piece, reached: 1000 * day, density: 100 / day, pages: 2 }, true, usualTuning)
  expect(at).toBe((1000 - (usualTuning.windowPages - 2)) * day)
})

test('a window that is nearly read is left to who reads it', () => {
  const piece = { from: { at: 0, inclusive: true }, until: null }
  const near = { piece, reached: 20 * day, density: 100 / day, pages: 12 }
  expect(placeToCut(near, true, usualTuning)).toBeNull()
  expect(placeToShare(near, usualTuning)).toBeNull()
  expect(placeToShare({ ...near, reached: 40 * day }, usualTuning)).toBe(20 * day)
})
