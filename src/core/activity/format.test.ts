import { expect, test } from 'vitest'
import { instantText } from './format.ts'

test.each([
  ['2026-10-24T23:59:00Z', 'Europe/Berlin', '25 Oct 2026, 01:59'],
  ['2026-10-25T00:00:00Z', 'Europe/Berlin', '25 Oct 2026, 02:00 +2'],
  ['2026-10-25T00:59:59Z', 'Europe/Berlin', '25 Oct 2026, 02:59 +2'],
  ['2026-10-25T01:00:00Z', 'Europe/Berlin', '25 Oct 2026, 02:00 +1'],
  ['2026-10-25T01:59:59Z', 'Europe/Berlin', '25 Oct 2026, 02:59 +1'],
  ['2026-10-25T02:00:00Z', 'Europe/Berlin', '25 Oct 2026, 03:00'],
  // An hour is missing, none comes twice.
  ['2026-03-29T00:59:00Z', 'Europe/Berlin', '29 Mar 2026, 01:59'],
  ['2026-03-29T01:00:00Z', 'Europe/Berlin', '29 Mar 2026, 03:00'],
  ['2026-11-01T05:30:00Z', 'America/New_York', '1 Nov 2026, 01:30 −4'],
  ['2026-11-01T06:30:00Z', 'America/New_York', '1 Nov 2026, 01:30 −5'],
  // Half an hour comes twice.
  ['2026-04-04T14:29:00Z', 'Australia/Lord_Howe', '5 Apr 2026, 01:29'],
  ['2026-04-04T14:30:00Z', 'Australia/Lord_Howe', '5 Apr 2026, 01:30 +11'],
  ['2026-04-04T15:00:00Z', 'Australia/Lord_Howe', '5 Apr 2026, 01:30 +10:30'],
  ['2026-04-04T15:30:00Z', 'Australia/Lord_Howe', '5 Apr 2026, 02:00'],
  ['2026-10-25T01:30:00Z', 'UTC', '25 Oct 2026, 01:30'],
])('%s in %s is written %s', (timestamp, timeZone, text) => {
  expect(instantText(timestamp, 'en-GB', timeZone)).toBe(text)
})

test('what is no timestamp is written as it came', () => {
  expect(instantText('soon', 'en-GB', 'UTC')).toBe('soon')
})
