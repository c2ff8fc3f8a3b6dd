import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zones } from '#core/query/testing/arbitrary-query.ts'
import { check } from '#core/query/testing/property.ts'
import { formatInstant } from '#core/query/timestamp.ts'
import { bucketsOf, type Span } from './buckets.ts'
import { coverageOf, spanOf } from './coverage.ts'
import { bucketAt, Histogram } from './histogram.ts'
import { boundsBetween } from './pick.ts'
import { Tally } from './tally.ts'

function spanBetween(from: string, until: string): Span {
  return { from: Date.parse(from) / 1000, until: Date.parse(until) / 1000 }
}

function wallTimes(edges: readonly number[], timeZone: string): string[] {
  return edges.map((edge) =>
    Temporal.Instant.fromEpochMilliseconds(edge * 1000)
      .toZonedDateTimeISO(timeZone)
      .toPlainTime()
      .toString({ smallestUnit: 'minute' }),
  )
}

test.each([
  ['2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z', { minutes: 1 }, 60],
  ['2026-11-23T23:00:00Z', '2026-11-24T23:00:00Z', { minutes: 15 }, 96],
  ['2026-11-17T23:00:00Z', '2026-11-24T23:00:00Z', { minutes: 180 }, 56],
  ['2026-10-25T23:00:00Z', '2026-11-24T23:00:00Z', { unit: 'day' }, 30],
  ['2025-11-24T23:00:00Z', '2026-11-24T23:00:00Z', { unit: 'week' }, 53],
  ['2020-12-31T23:00:00Z', '2026-12-31T23:00:00Z', { unit: 'month' }, 72],
  ['1970-01-01T00:00:00Z', '2026-01-01T00:00:00Z', { unit: 'year' }, 57],
])('%s to %s is cut by %o into %i', (from, until, step, count) => {
  const buckets = bucketsOf(spanBetween(from, until), 'Europe/Berlin', 100)
  expect(buckets.step).toEqual(step)
  expect(buckets.edges.length - 1).toBe(count)
})

test('an hour that comes twice is two buckets, one that is skipped is none', () => {
  const hours = (timeZone: string, from: string, until: string) =>
    wallTimes(bucketsOf(spanBetween(from, until), timeZone, 30).edges, timeZone)
  const autumn = hours('Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z')
  expect(autumn.slice(0, 6)).toEqual(['00:00', '01:00', '02:00', '02:00', '03:00', '04:00'])
  expect(autumn.length - 1).toBe(25)
  const spring = hours('America/New_York', '2026-03-08T05:00:00Z', '2026-03-09T04:00:00Z')
  expect(spring.slice(0, 4)).toEqual(['00:00', '01:00', '03:00', '04:00'])
  expect(spring.length - 1).toBe(23)
  const half = hours('Australia/Lord_Howe', '2026-04-04T13:00:00Z', '2026-04-05T13:30:00Z')
  expect(half.slice(0, 5)).toEqual(['00:00', '01:00', '01:30', '02:00', '03:00'])
})

const arbitrarySpan = fc
  .record({
    from: fc.integer({ min: 1_500_000_000, max: 1_900_000_000 }),
    length: fc.oneof(fc.integer({ min: 1, max: 300_000 }), fc.integer({ min: 1, max: 300_000_000 })),
    isFromOpen: fc.boolean(),
    isUntilOpen: fc.boolean(),
  })
  .map(({ length, ...span }): Span => ({ ...span, until: span.from + length }))

test('buckets cover the span, one after the other, and are not too many', () => {
  const arbitrary = fc.record({
    span: arbitrarySpan,
    timeZone: fc.constantFrom(...zones),
    most: fc.integer({ min: 10, max: 120 }),
  })
  check(
    fc.property(arbitrary, ({ span, timeZone, most }) => {
      const { edges } = bucketsOf(span, timeZone, most)
      expect(edges.length).toBeGreaterThanOrEqual(2)
      expect(edges.length - 1).toBeLessThanOrEqual(most + 4)
      for (let i = 1; i < edges.length; i += 1) expect(edges[i]).toBeGreaterThan(edges[i - 1] ?? Infinity)
      if (span.isFromOpen) expect(edges[0]).toBeLessThanOrEqual(span.from)
      else expect(edges[0]).toBe(span.from)
      if (span.isUntilOpen) expect(edges.at(-1)).toBeGreaterThanOrEqual(span.until)
      else expect(edges.at(-1)).toBe(span.until)
    }),
    1500,
  )
})

const arbitraryRows = fc.array(
  fc.record({
    time: fc.option(fc.integer({ min: 0, max: 1000 }), { freq: 10 }),
    type: fc.constantFrom('Call', 'Email', '', 'Odd'),
  }),
  { maxLength: 60 },
)

test('counting page by page, with pages taken back, ends at the counts of all at once', () => {
  const edges = [100, 200, 500, 900]
  const arbitrary = fc.array(fc.record({ rows: arbitraryRows, keep: fc.option(fc.nat(100), { freq: 3 }) }), {
    maxLength: 6,
  })
  check(
    fc.property(arbitrary, (pages) => {
      const tally = new Tally()
      const growing = new Histogram(tally, edges)
      let all: { time: number | null; type: string }[] = []
      for (const { rows, keep } of pages) {
        if (keep !== null) {
          tally.cut(keep)
          all = all.slice(0, keep)
        }
        for (const { time, type } of rows) tally.add(time, type)
        all = [...all, ...rows]
        growing.catchUp()
      }
      const times = all.flatMap(({ time }) => time ?? [])
      expect(tally.newest).toBe(times.length > 0 ? Math.max(...times) : null)
      expect(tally.oldest).toBe(times.length > 0 ? Math.min(...times) : null)
      const inAll = all.filter(({ time }) => time !== null && time >= 100 && time < 900)
      for (const type of ['Call', 'Email', '', 'Odd'])
        expect(growing.sumOf(type)).toBe(inAll.filter((row) => row.type === type).length)
      expect(growing.highest).toBe(Math.max(...[0, 1, 2].map((bucket) => growing.totalAt(bucket))))
      for (const bucket of [0, 1, 2]) {
        const inside = all.filter(
          ({ time }) => time !== null && time >= (edges[bucket] ?? 0) && time < (edges[bucket + 1] ?? 0),
        )
        expect(growing.totalAt(bucket)).toBe(inside.length)
        for (const type of ['Call', 'Email', '', 'Odd'])
          expect(growing.countAt(bucket, type)).toBe(inside.filter((row) => row.type === type).length)
      }
    }),
    1000,
  )
})

test('a new page costs its own rows only', () => {
  const tally = new Tally()
  const histogram = new Histogram(tally, [0, 1_000_000])
  for (let row = 0; row < 100_000; row += 1) tally.add(row, 'Call')
  histogram.catchUp()
  let looked = 0
  const timeOf = tally.timeOf.bind(tally)
  tally.timeOf = (row) => {
    looked += 1
    return timeOf(row)
  }
  for (let row = 0; row < 100; row += 1) tally.add(row, 'Email')
  histogram.catchUp()
  expect(looked).toBe(100)
  expect(histogram.totalAt(0)).toBe(100_100)
})

test('the bucket of a moment has it, whatever the guess', () => {
  const edges = fc
    .uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 20 })
    .map((all) => all.toSorted((a, b) => a - b))
  check(
    fc.property(edges, fc.integer({ min: -5, max: 105 }), fc.nat(25), (all, time, guess) => {
      const bucket = bucketAt(all, time, guess)
      const expected = all.slice(0, -1).findIndex((edge, i) => time >= edge && time < (all[i + 1] ?? 0))
      expect(bucket).toBe(expected)
    }),
    2000,
  )
})

const edge = (at: number) => ({ at, inclusive: false })

test('an open end is taken from what is loaded, with room below while there is more', () => {
  const open = { from: null, until: null }
  const first = spanOf(open, { newest: 100_000, oldest: 80_000, end: 'open' }, null)
  expect(first).toEqual({ from: 80_000 - 10_001, until: 100_001, isFromOpen: true, isUntilOpen: true })
  expect(spanOf(open, { newest: 100_000, oldest: 75_000, end: 'open' }, first)).toBe(first)
  expect(spanOf(open, { newest: 100_000, oldest: 60_000, end: 'open' }, first)?.from).toBeLessThan(45_000)
  expect(spanOf(open, { newest: 100_000, oldest: 75_000, end: 'ended' }, first)?.from).toBe(75_000)
  expect(spanOf(open, { newest: null, oldest: null, end: 'open' }, null)).toBe(null)
  expect(
    spanOf({ from: edge(5), until: { at: 9, inclusive: true } }, { newest: null, oldest: null, end: 'open' }, null),
  ).toMatchObject({ from: 5, until: 10 })
})

test('what was not fetched is unknown, not empty', () => {
  const span = { from: 0, until: 1000 }
  const walked = { newest: 990, oldest: 600, end: 'open', doing: 'nothing', pages: 4, goal: null } as const
  expect(coverageOf(span, walked)).toEqual([
    { from: 600, until: 1000, state: 'fetched' },
    { from: 0, until: 600, state: 'unknown' },
  ])
  expect(coverageOf(span, { ...walked, doing: 'fetching' })[1]).toEqual({ from: 500, until: 600, state: 'fetching' })
  expect(coverageOf(span, { ...walked, doing: 'fetching', goal: 250 }).map(({ state, from }) => [state, from])).toEqual(
    [
      ['fetched', 600],
      ['fetching', 250],
      ['unknown', 0],
    ],
  )
  expect(coverageOf(span, { ...walked, end: 'ended' })).toEqual([{ from: 0, until: 1000, state: 'fetched' }])
  expect(coverageOf(span, { ...walked, end: 'halted' }).at(-1)).toEqual({ from: 0, until: 600, state: 'failed' })
  expect(coverageOf(span, { ...walked, oldest: null, pages: 0, doing: 'fetching' })).toEqual([
    { from: 0, until: 1000, state: 'fetching' },
  ])
})

test('buckets of whole days become days, others instants', () => {
  const at = (text: string) => Date.parse(text) / 1000
  expect(boundsBetween(at('2026-10-24T22:00:00Z'), at('2026-10-26T23:00:00Z'), 'Europe/Berlin')).toEqual({
    gte: '2026-10-25',
    lte: '2026-10-26',
  })
  const hour = boundsBetween(at('2026-10-25T00:00:00Z'), at('2026-10-25T01:00:00Z'), 'Europe/Berlin')
  expect(hour).toEqual({ gte: formatInstant(at('2026-10-25T00:00:00Z')), lt: '2026-10-25T01:00:00Z' })
})
