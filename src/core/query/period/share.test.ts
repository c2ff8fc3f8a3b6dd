import { expect, test } from 'vitest'
import { emptyQuery } from '#core/query/activity-query.ts'
import { toWindow } from '#core/query/dates.ts'
import { parseSearch, serializeSearch } from '#core/query/search-params.ts'
import { sharedQueries } from './share.ts'
import { hasMovedOn, untilNextDay } from './today.ts'

const berlin = 'Europe/Berlin'
const now = Date.UTC(2026, 10, 24, 22, 30) // 23:30 in Berlin

test('an exact link asks for the same moments in another zone, and later', () => {
  const query = { ...emptyQuery, range: '7d' } as const
  const { exact, relative } = sharedQueries(query, { timeZone: berlin, now })
  expect(serializeSearch(exact)).toBe('date_created__gte=2026-11-18&date_created__lte=2026-11-24&tz=Europe/Berlin')
  const opened = parseSearch(serializeSearch(exact)).query
  const there = { timeZone: 'America/Los_Angeles', now: now + 30 * 86_400_000 }
  expect(toWindow(opened, there)).toEqual(toWindow(query, { timeZone: berlin, now }))
  expect(relative).toBe(query)
})

test('a link without days needs no zone, and one without a relative period is one link', () => {
  expect(sharedQueries(emptyQuery, { timeZone: berlin, now })).toEqual({ exact: emptyQuery, relative: null })
})

test('relative days move on at midnight of the zone, others never', () => {
  const today = { ...emptyQuery, range: 'today' } as const
  const next = now + untilNextDay(today, berlin, now)
  expect(next).toBe(Date.UTC(2026, 10, 24, 23))
  expect(hasMovedOn(today, berlin, now, next - 1)).toBe(false)
  expect(hasMovedOn(today, berlin, now, next)).toBe(true)
  expect(hasMovedOn({ ...today, timeZone: 'UTC' }, berlin, now, next)).toBe(false)
  expect(hasMovedOn({ ...today, range: 'this_month' }, berlin, now, next)).toBe(false)
  expect(hasMovedOn(emptyQuery, berlin, now, next)).toBe(false)
})

test('the next day begins when it does where the clock is changed', () => {
  const hours = (timeZone: string, instant: string) =>
    untilNextDay(emptyQuery, timeZone, Date.parse(instant)) / 3_600_000
  expect(hours(berlin, '2026-10-24T22:00:00Z')).toBe(25)
  expect(hours('America/New_York', '2026-03-08T05:00:00Z')).toBe(23)
  expect(hours('Australia/Lord_Howe', '2026-04-04T13:00:00Z')).toBe(24.5)
})
