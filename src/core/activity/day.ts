/** On which day of a zone a timestamp is, for thousands of rows. */
import { formatInstant, parseTimestamp } from '#core/query/timestamp.ts'
import { localDateTime } from './format.ts'

/** Offsets are whole quarters of an hour, and clocks are changed at such: inside of one there is one day. */
const quarter = 900

/** Days of quarter hours, by zone. */
const known = new Map<string, Map<number, string>>()

const mostKnown = 50_000

/** `2026-11-24`; null for what is no timestamp. */
export function dayOf(timestamp: string | null, timeZone: string): string | null {
  const seconds = timestamp === null ? undefined : parseTimestamp(timestamp)?.seconds
  if (seconds === undefined) return null
  const key = Math.floor(seconds / quarter)
  let days = known.get(timeZone)
  if (!days || days.size > mostKnown) known.set(timeZone, (days = new Map()))
  const found = days.get(key)
  if (found !== undefined) return found
  const day = localDateTime(formatInstant(key * quarter), timeZone)?.slice(0, 10) ?? ''
  days.set(key, day)
  return day
}

/** How the day in UTC differs: −1 where it is still the day before there, 1 where it is already the next one. */
export function utcDayShift(timestamp: string | null, timeZone: string): -1 | 0 | 1 {
  const here = dayOf(timestamp, timeZone)
  const there = dayOf(timestamp, 'UTC')
  if (here === null || there === null || here === there) return 0
  return there < here ? -1 : 1
}
