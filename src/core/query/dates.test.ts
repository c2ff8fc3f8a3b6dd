import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyQuery, ranges, type ActivityQuery, type Bounds } from './activity-query.ts'
import { daysOf, parseDateText, readDate, toWindow } from './dates.ts'
import type { Edge, Window } from './plan-types.ts'
import { arbitraryDay, arbitraryInstant, arbitraryMoment, zones } from './testing/arbitrary-query.ts'
import { check } from './testing/property.ts'
import { formatInstant, parseTimestamp } from './timestamp.ts'

const now = Date.UTC(2026, 7, 20, 12) // Thursday, 20 August 2026

function within(bounds: Bounds, timeZone: string): Window {
  const query: ActivityQuery = { ...emptyQuery, bounds: { ...emptyQuery.bounds, date_created: bounds } }
  return toWindow(query, { timeZone, now })
}

function edge(instant: string, inclusive: boolean): Edge {
  return { at: parseTimestamp(instant)?.seconds ?? Number.NaN, inclusive }
}

test.each([
  ['2026-03-01', '2026-03-01'],
  [' 2026-03-01 ', '2026-03-01'],
  ['2024-02-29', '2024-02-29'],
  ['2026-03-01T09:30:00Z', '2026-03-01T09:30:00Z'],
  ['2026-03-01t09:30:00z', '2026-03-01T09:30:00Z'],
  ['2026-03-01 09:30', '2026-03-01T09:30:00Z'],
  ['2026-03-01T09:30:00.000000+00:00', '2026-03-01T09:30:00Z'],
  ['2026-03-01T00:30:00+02:00', '2026-02-28T22:30:00Z'],
  ['2026-03-01T00:30:00+0530', '2026-02-28T19:00:00Z'],
  ['2026-03-01T23:30:00-04', '2026-03-02T03:30:00Z'],
  ['2026-03-01T00:30:00 02:00', '2026-02-28T22:30:00Z'],
])('%s is read as %s', (written, text) => {
  expect(parseDateText(written)).toBe(text)
})

test.each([
  ['2026-02-30', 'There is no day 2026-02-30.'],
  ['2026-02-29', 'There is no day 2026-02-29.'],
  ['2026-13-01', 'There is no day 2026-13-01.'],
  ['0000-01-01', 'Years from 1900 to 2199 are understood.'],
  ['1899-12-31', 'Years from 1900 to 2199 are understood.'],
  ['1900-01-01T00:30:00+02:00', 'Years from 1900 to 2199 are understood.'],
  ['2026-03-01T09:30:00.5Z', 'Instants are read at whole seconds only.'],
  ['2026-03-01T24:00:00Z', 'There is no such date or time.'],
  ['2026-02-30T09:30:00Z', 'There is no such date or time.'],
  ['2026-3-1', 'A date is a day such as 2026-03-01 or an instant such as 2026-03-01T09:30:00Z.'],
  ['yesterday', 'A date is a day such as 2026-03-01 or an instant such as 2026-03-01T09:30:00Z.'],
])('%s is not understood: %s', (written, reason) => {
  expect(readDate(written)).toEqual({ status: 'not-understood', reason })
})

test('a time without a zone is UTC, as for Close, and that is said', () => {
  expect(readDate('2026-03-01T09:30')).toEqual({
    status: 'understood',
    text: '2026-03-01T09:30:00Z',
    note: '2026-03-01T09:30 names no time zone and was read as UTC, as Close reads it.',
  })
})

test('a canonical date is read as itself', () => {
  check(
    fc.property(fc.oneof(arbitraryDay, arbitraryInstant), (text) => {
      expect(readDate(text)).toEqual({ status: 'understood', text })
    }),
  )
})

test('of a day, "from" and "before" begin with it, "after" and "to" end with it', () => {
  const midnight = edge('2026-03-01T05:00:00Z', true)
  const next = edge('2026-03-02T05:00:00Z', true)
  const zone = 'America/New_York'
  expect(within({ gte: '2026-03-01' }, zone).from).toEqual(midnight)
  expect(within({ gt: '2026-03-01' }, zone).from).toEqual(next)
  expect(within({ lt: '2026-03-01' }, zone).until).toEqual({ ...midnight, inclusive: false })
  expect(within({ lte: '2026-03-01' }, zone).until).toEqual({ ...next, inclusive: false })
})

test('an instant keeps whether rows exactly on it are meant', () => {
  const text = '2026-03-01T09:30:00Z'
  expect(within({ gte: text }, 'UTC').from).toEqual(edge(text, true))
  expect(within({ gt: text }, 'UTC').from).toEqual(edge(text, false))
  expect(within({ lt: text }, 'UTC').until).toEqual(edge(text, false))
  expect(within({ lte: text }, 'UTC').until).toEqual(edge(text, true))
})

test('of two bounds on one side the tighter wins', () => {
  expect(within({ gte: '2026-03-01', gt: '2026-03-01' }, 'UTC').from).toEqual(edge('2026-03-02T00:00:00Z', true))
  expect(within({ gte: '2026-03-05', gt: '2026-03-01' }, 'UTC').from).toEqual(edge('2026-03-05T00:00:00Z', true))
  const text = '2026-03-01T09:30:00Z'
  expect(within({ gte: text, gt: text }, 'UTC').from).toEqual(edge(text, false))
  expect(within({ lt: text, lte: text }, 'UTC').until).toEqual(edge(text, false))
  expect(within({ lt: '2026-03-04', lte: '2026-03-01' }, 'UTC').until).toEqual(edge('2026-03-02T00:00:00Z', false))
})

test.each([
  ['23 hours in Berlin in spring', '2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
  ['25 hours in Berlin in autumn', '2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
  [
    'half an hour less on Lord Howe',
    '2026-10-04',
    'Australia/Lord_Howe',
    '2026-10-03T13:30:00Z',
    '2026-10-04T13:00:00Z',
  ],
  ['no midnight in São Paulo', '2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z', '2018-11-05T02:00:00Z'],
  ['two midnights in Havana', '2026-11-01', 'America/Havana', '2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z'],
  ['no such day in Apia', '2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-30T10:00:00Z'],
  ['the day shown in Honolulu', '2026-03-01', 'Pacific/Honolulu', '2026-03-01T10:00:00Z', '2026-03-02T10:00:00Z'],
])('%s', (_, day, zone, from, until) => {
  expect(within({ gte: day, lte: day }, zone)).toEqual({ from: edge(from, true), until: edge(until, false) })
})

test('a day holds exactly the seconds that a calendar of its zone shows on it', () => {
  const calendars = new Map(
    zones.map((timeZone) => [timeZone, new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })]),
  )
  check(
    fc.property(arbitraryDay, fc.constantFrom(...zones), (day, zone) => {
      const { from, until } = within({ gte: day, lte: day }, zone)
      const shown = (seconds: number) => calendars.get(zone)?.format(seconds * 1000)
      if (from === null || until === null) throw new Error('A day has two ends')
      expect(from.inclusive && !until.inclusive).toBe(true)
      if (from.at === until.at) return expect([day, zone]).toEqual(['2011-12-30', 'Pacific/Apia'])
      expect([shown(from.at), shown(until.at - 1)]).toEqual([day, day])
      expect([shown(from.at - 1), shown(until.at)]).not.toContain(day)
    }),
  )
})

test.each([
  ['today', '2026-08-20', '2026-08-20'],
  ['yesterday', '2026-08-19', '2026-08-19'],
  ['7d', '2026-08-14', '2026-08-20'],
  ['30d', '2026-07-22', '2026-08-20'],
  ['90d', '2026-05-23', '2026-08-20'],
  ['12m', '2025-08-21', '2026-08-20'],
  ['this_week', '2026-08-17', '2026-08-23'],
  ['last_week', '2026-08-10', '2026-08-16'],
  ['this_month', '2026-08-01', '2026-08-31'],
  ['last_month', '2026-07-01', '2026-07-31'],
  ['this_quarter', '2026-07-01', '2026-09-30'],
  ['last_quarter', '2026-04-01', '2026-06-30'],
  ['this_year', '2026-01-01', '2026-12-31'],
] as const)('on 20 August 2026, %s is from %s to %s', (range, first, last) => {
  expect(daysOf(range, { timeZone: 'UTC', now })).toEqual({ first, last })
})

test('at the turn of a year, weeks, months and quarters reach into the old one', () => {
  const newYear = { timeZone: 'Pacific/Honolulu', now: Date.UTC(2026, 0, 1, 10) }
  expect(daysOf('this_week', newYear)).toEqual({ first: '2025-12-29', last: '2026-01-04' })
  expect(daysOf('last_month', newYear)).toEqual({ first: '2025-12-01', last: '2025-12-31' })
  expect(daysOf('last_quarter', newYear)).toEqual({ first: '2025-10-01', last: '2025-12-31' })
  expect(daysOf('today', { ...newYear, now: newYear.now - 1 })).toEqual({ first: '2025-12-31', last: '2025-12-31' })
})

test('the window of a range stays the same all day long', () => {
  check(
    fc.property(
      fc.constantFrom(...ranges),
      arbitraryMoment,
      fc.nat(86_399_999),
      (range, { timeZone, now: moment }, later) => {
        const { first, last } = daysOf('today', { timeZone, now: moment })
        const today = within({ gte: first, lte: last }, timeZone)
        const other = Math.min((today.from?.at ?? 0) * 1000 + later, (today.until?.at ?? 0) * 1000 - 1)
        const query = { ...emptyQuery, range, timeZone }
        expect(toWindow(query, { timeZone: 'UTC', now: other })).toEqual(
          toWindow(query, { timeZone: 'UTC', now: moment }),
        )
      },
    ),
  )
})

test("the query's own zone comes before the viewer's", () => {
  const bounds = { ...emptyQuery.bounds, date_created: { gte: '2026-03-01' } }
  const query = { ...emptyQuery, bounds, timeZone: 'Europe/Berlin' }
  expect(toWindow(query, { timeZone: 'Asia/Kolkata', now }).from).toEqual(edge('2026-02-28T23:00:00Z', true))
})

test('instants of a window are written as they were given', () => {
  check(
    fc.property(arbitraryInstant, (text) => {
      expect(formatInstant(within({ gt: text }, 'UTC').from?.at ?? 0)).toBe(text)
    }),
    1000,
  )
})
