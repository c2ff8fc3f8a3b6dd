import { expect, test } from 'vitest'
import { dayOf, utcDayShift } from './day.ts'

test.each([
  ['2026-11-23T22:59:59.999999+00:00', 'Europe/Berlin', '2026-11-23', 0],
  ['2026-11-23T23:00:00.000000+00:00', 'Europe/Berlin', '2026-11-24', -1],
  ['2026-11-24T04:59:59+00:00', 'America/New_York', '2026-11-23', 1],
  ['2026-11-24T05:00:00+00:00', 'America/New_York', '2026-11-24', 0],
  // Clocks go back at 02:00 by half an hour: the day has 24.5 hours.
  ['2026-04-05T13:29:59+00:00', 'Australia/Lord_Howe', '2026-04-05', 0],
  ['2026-04-05T13:30:00+00:00', 'Australia/Lord_Howe', '2026-04-06', -1],
  ['2026-10-25T22:59:59+00:00', 'Europe/Berlin', '2026-10-25', 0],
  ['2026-03-29T22:00:00+00:00', 'Europe/Berlin', '2026-03-30', -1],
  ['2026-11-24T12:00:00+00:00', 'UTC', '2026-11-24', 0],
])('%s in %s is on %s', (timestamp, timeZone, day, shift) => {
  expect(dayOf(timestamp, timeZone)).toBe(day)
  // A second time from memory.
  expect(dayOf(timestamp, timeZone)).toBe(day)
  expect(utcDayShift(timestamp, timeZone)).toBe(shift)
})

test('what is no timestamp is on no day', () => {
  expect(dayOf('soon', 'UTC')).toBe(null)
  expect(dayOf(null, 'UTC')).toBe(null)
  expect(utcDayShift('soon', 'Europe/Berlin')).toBe(0)
})
