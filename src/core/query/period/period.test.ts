import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Bounds, emptyQuery } from '#core/query/activity-query.ts'
import { toWindow } from '#core/query/dates.ts'
import { arbitraryDay, arbitraryInstant, arbitraryMoment, zones } from '#core/query/testing/arbitrary-query.ts'
import { check } from '#core/query/testing/property.ts'
import { periodText } from './period-text.ts'
import { readPeriod } from './read-period.ts'

const berlin = { timeZone: 'Europe/Berlin', now: Date.UTC(2026, 10, 24, 9, 30) } // Tuesday

function read(text: string, moment = berlin) {
  const reading = readPeriod(text, moment)
  return reading.status === 'understood' ? (reading.range ?? reading.bounds) : reading.reason
}

test.each([
  ['last 2 weeks', '2026-11-11', '2026-11-24'],
  ['past two weeks', '2026-11-11', '2026-11-24'],
  ['last 3 months', '2026-08-25', '2026-11-24'],
  ['1 Jul – 30 Sep', '2026-07-01', '2026-09-30'],
  ['1 – 30 Sep', '2026-09-01', '2026-09-30'],
  ['Sep 1-30, 2025', '2025-09-01', '2025-09-30'],
  ['July 1st to September 30th, 2025', '2025-07-01', '2025-09-30'],
  ['1 Dec – 31 Jan', '2025-12-01', '2026-01-31'],
  ['1 Nov – 31 Jan', '2026-11-01', '2027-01-31'],
  ['1 Dec to 31 Jan 2025', '2024-12-01', '2025-01-31'],
  ['2026-07-01..2026-07-05', '2026-07-01', '2026-07-05'],
  ['2026-07-01 - 2026-07-05', '2026-07-01', '2026-07-05'],
  ['2026-07-01/2026-07-05', '2026-07-01', '2026-07-05'],
  ['from 1.7.2026 to 5.7.2026', '2026-07-01', '2026-07-05'],
  ['between 1 Jul and 5 Jul', '2026-07-01', '2026-07-05'],
  ['25/12/2025', '2025-12-25', '2025-12-25'],
  ['Q3', '2026-07-01', '2026-09-30'],
  ['Q4 2025', '2025-10-01', '2025-12-31'],
  ['2025-Q4', '2025-10-01', '2025-12-31'],
  ['Q1 – Q3 2025', '2025-01-01', '2025-09-30'],
  ['July 2026', '2026-07-01', '2026-07-31'],
  ['december', '2025-12-01', '2025-12-31'],
  ['Jan-Mar 2026', '2026-01-01', '2026-03-31'],
  ['2026-02', '2026-02-01', '2026-02-28'],
  ['2025', '2025-01-01', '2025-12-31'],
  ['2026-W27', '2026-06-29', '2026-07-05'],
  ['week 1 2026', '2025-12-29', '2026-01-04'],
  ['monday', '2026-11-23', '2026-11-23'],
  ['last Tuesday', '2026-11-17', '2026-11-17'],
  ['3 days ago to yesterday', '2026-11-21', '2026-11-23'],
  ['last year', '2025-01-01', '2025-12-31'],
  ['year to date', '2026-01-01', '2026-11-24'],
  ['29 Feb', '2024-02-29', '2024-02-29'],
])('%s', (text, gte, lte) => {
  expect(read(text)).toEqual({ gte, lte })
})

test.each([
  ['yesterday 9:00 to 12:00', { gte: '2026-11-23T08:00:00Z', lte: '2026-11-23T11:00:00Z' }],
  ['9am – 5:30 pm', { gte: '2026-11-24T08:00:00Z', lte: '2026-11-24T16:30:00Z' }],
  ['yesterday 22:00-02:00', { gte: '2026-11-23T21:00:00Z', lte: '2026-11-24T01:00:00Z' }],
  ['1 Jul 9:00 – 2 Jul 17:30', { gte: '2026-07-01T07:00:00Z', lte: '2026-07-02T15:30:00Z' }],
  ['2026-07-01 09:00 to 2026-07-01 10:00', { gte: '2026-07-01T07:00:00Z', lte: '2026-07-01T08:00:00Z' }],
  ['2026-07-01T09:00:00Z..2026-07-01T10:00:00Z', { gte: '2026-07-01T09:00:00Z', lte: '2026-07-01T10:00:00Z' }],
  ['last 3 hours', { gte: '2026-11-24T06:30:00Z', lte: '2026-11-24T09:30:00Z' }],
  ['2026-07-01..', { gte: '2026-07-01' }],
  ['..2026-07-01', { lte: '2026-07-01' }],
  ['since July', { gte: '2026-07-01' }],
  ['until 5 Jul', { lte: '2026-07-05' }],
  ['before 5 Jul', { lt: '2026-07-05' }],
  ['after Q1', { gt: '2026-03-31' }],
  ['any time', {}],
  ['Last 7 days', '7d'],
  ['yesterday', 'yesterday'],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

test.each([
  ['soon', '“soon” is not understood. Try “last 2 weeks”, “1 Jul – 30 Sep” or “yesterday 9:00 to 12:00”.'],
  ['30 Feb 2026', '2026 has no such day.'],
  ['30 Feb', 'There is no such day.'],
  ['1/7/2026', '1/7/2026 can be read in two ways: write the month as a word.'],
  ['30 Sep 2026 – 1 Jul 2026', 'This ends before it begins.'],
  ['2199 to 2200', 'Years from 1900 to 2199 are understood.'],
  ['2026-02-30', 'There is no day 2026-02-30.'],
  ['25:00 to 26:00', 'There is no time 25:00.'],
  ['yesterday 9:00', 'Say until when, for instance “yesterday 9:00 to 12:00”.'],
  ['3026', 'Years from 1900 to 2199 are understood.'],
])('%s is not understood: %s', (text, reason) => {
  expect(read(text)).toBe(reason)
})

describe('where the clock is changed', () => {
  const day = (timeZone: string, text: string) => read(text, { ...berlin, timeZone })

  test('a repeated hour is in the period twice', () => {
    expect(day('Europe/Berlin', '25 Oct 2026 2:00 to 2:30')).toEqual({
      gte: '2026-10-25T00:00:00Z',
      lte: '2026-10-25T01:30:00Z',
    })
    expect(day('America/New_York', '1 Nov 2026 1:00 to 1:30')).toEqual({
      gte: '2026-11-01T05:00:00Z',
      lte: '2026-11-01T06:30:00Z',
    })
    expect(day('Australia/Lord_Howe', '5 Apr 2026 1:30 to 1:45')).toEqual({
      gte: '2026-04-04T14:30:00Z',
      lte: '2026-04-04T15:15:00Z',
    })
  })

  test('a skipped hour begins and ends at the change', () => {
    expect(day('Europe/Berlin', '29 Mar 2026 2:15 to 3:30')).toEqual({
      gte: '2026-03-29T01:00:00Z',
      lte: '2026-03-29T01:30:00Z',
    })
    expect(day('Australia/Lord_Howe', '4 Oct 2026 2:10 to 3:00')).toEqual({
      gte: '2026-10-03T15:30:00Z',
      lte: '2026-10-03T16:00:00Z',
    })
  })
})

const date = fc.oneof(arbitraryDay, arbitraryInstant)

const oneBoundASide: fc.Arbitrary<Bounds> = fc
  .tuple(fc.constantFrom('gte', 'gt', null), date, fc.constantFrom('lte', 'lt', null), date)
  .map(([lower, a, upper, b]) => {
    const [first, last] = a.slice(0, 10) < b.slice(0, 10) ? [a, b] : [b, a]
    return { ...(lower && { [lower]: first }), ...(upper && { [upper]: last }) }
  })

test('a printed period is read as the same window', () => {
  check(
    fc.property(oneBoundASide, fc.constantFrom(...zones), arbitraryMoment, (bounds, timeZone, { now }) => {
      const windowOf = (of: Bounds) =>
        toWindow({ ...emptyQuery, bounds: { ...emptyQuery.bounds, date_created: of } }, { timeZone, now })
      const reading = readPeriod(periodText(bounds, timeZone), { timeZone, now })
      const isEmpty = reading.status === 'not-understood' && reading.reason === 'This ends before it begins.'
      if (isEmpty) return
      expect(reading).toMatchObject({ status: 'understood', range: null })
      if (reading.status === 'understood') expect(windowOf(reading.bounds)).toEqual(windowOf(bounds))
    }),
  )
})

test('nothing that is typed makes it throw', () => {
  const words = fc.constantFrom(
    'last',
    'to',
    '1',
    '31',
    '2026',
    'jul',
    'feb',
    '-',
    '..',
    '9:00',
    'pm',
    'q4',
    'before',
    'utc+01:00',
    'week',
    '/',
    '2026-02-3',
    '0',
    '99',
  )
  check(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words, { maxLength: 6 }).map((all) => all.join(' ')),
      ),
      (text) => {
        expect(['understood', 'not-understood']).toContain(readPeriod(text, berlin).status)
      },
    ),
  )
})
