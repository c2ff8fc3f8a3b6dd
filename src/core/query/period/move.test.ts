import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ActivityQuery, type Bounds, emptyQuery, type Range } from '#core/query/activity-query.ts'
import { toWindow } from '#core/query/dates.ts'
import { zones } from '#core/query/testing/arbitrary-query.ts'
import { check } from '#core/query/testing/property.ts'
import { freezePeriod } from './freeze.ts'
import { shiftPeriod, widenPeriod } from './move.ts'

const moment = { timeZone: 'Europe/Berlin', now: Date.UTC(2026, 10, 24, 9) }

function within(bounds: Bounds): ActivityQuery {
  return { ...emptyQuery, bounds: { ...emptyQuery.bounds, date_created: bounds } }
}

function relative(range: Range): ActivityQuery {
  return { ...emptyQuery, range }
}

const boundsOf = (query: ActivityQuery | null) => query?.bounds.date_created

test.each<[ActivityQuery, -1 | 1, Bounds]>([
  [relative('7d'), -1, { gte: '2026-11-11', lte: '2026-11-17' }],
  [relative('today'), 1, { gte: '2026-11-25', lte: '2026-11-25' }],
  [relative('this_quarter'), -1, { gte: '2026-07-01', lte: '2026-09-30' }],
  [relative('this_week'), 1, { gte: '2026-11-30', lte: '2026-12-06' }],
  [within({ gte: '2026-02-01', lte: '2026-02-28' }), 1, { gte: '2026-03-01', lte: '2026-03-31' }],
  [within({ gte: '2026-01-01', lte: '2026-02-28' }), 1, { gte: '2026-03-01', lte: '2026-04-30' }],
  [within({ gt: '2026-02-01', lt: '2026-02-04' }), 1, { gte: '2026-02-04', lte: '2026-02-05' }],
  [
    within({ gte: '2026-03-01T09:00:00Z', lt: '2026-03-01T12:00:00Z' }),
    -1,
    { gte: '2026-03-01T06:00:00Z', lt: '2026-03-01T09:00:00Z' },
  ],
])('%# a period is followed by one like it', (query, by, bounds) => {
  expect(boundsOf(shiftPeriod(query, moment, by))).toEqual(bounds)
  expect(shiftPeriod(query, moment, by)?.range).toBe(null)
})

test('a period becomes twice as wide, around its middle', () => {
  expect(boundsOf(widenPeriod(relative('today'), moment))).toEqual({ gte: '2026-11-23', lte: '2026-11-25' })
  expect(boundsOf(widenPeriod(within({ gte: '2026-03-10', lte: '2026-03-13' }), moment))).toEqual({
    gte: '2026-03-08',
    lte: '2026-03-15',
  })
})

test('an open end can be neither moved nor widened', () => {
  expect(shiftPeriod(within({ gte: '2026-03-10' }), moment, 1)).toBe(null)
  expect(widenPeriod(emptyQuery, moment)).toBe(null)
})

test('a relative period becomes the days that it stands for', () => {
  expect(freezePeriod(relative('7d'), moment)).toEqual(within({ gte: '2026-11-18', lte: '2026-11-24' }))
  expect(freezePeriod(relative('7d'), { ...moment, now: Date.UTC(2026, 10, 24, 23, 30) })).toEqual(
    within({ gte: '2026-11-19', lte: '2026-11-25' }),
  )
})

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => Temporal.PlainDate.from('1980-01-01').add({ days }))

test('nothing lies between a period and the ones beside it', () => {
  const arbitrary = fc.record({
    first: day,
    length: fc.integer({ min: 0, max: 400 }),
    timeZone: fc.constantFrom(...zones),
  })
  check(
    fc.property(arbitrary, ({ first, length, timeZone }) => {
      const query = within({ gte: first.toString(), lte: first.add({ days: length }).toString() })
      const at = { ...moment, timeZone }
      const edges = ([-1, 1] as const).map((by) => toWindow(shiftPeriod(query, at, by) ?? emptyQuery, at))
      const own = toWindow(query, at)
      expect([edges[0]?.until?.at, edges[1]?.from?.at]).toEqual([own.from?.at, own.until?.at])
    }),
    2000,
  )
})
