/** Dates as links and people write them: a real day, or an instant at whole seconds. */
import type { DateText } from './activity-query.ts'
import { formatInstant, isCivilDay, parseTimestamp } from './timestamp.ts'

export type DateReading =
  | { readonly status: 'understood'; readonly text: DateText; readonly note?: string }
  | { readonly status: 'not-understood'; readonly reason: string }

const firstYear = 1900
const lastYear = 2199

const dayPattern = /^(\d{4})-(\d\d)-(\d\d)$/

// A `+` that nobody escaped arrives as a space.
const instantPattern =
  /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(?::(\d\d))?(?:[.,](\d+))?(?:([Zz])|\s?([+\- ])(\d\d):?(\d\d)?)?$/

/**
 * Reads a date. Instants with an offset are rewritten to UTC; one without is UTC, as Close reads it, and gets a note.
 * `naiveOffset` (`-04:00`) says otherwise, as the header `x-tz-offset` does.
 */
export function readDate(written: string, naiveOffset?: string): DateReading {
  const text = written.trim()
  const day = dayPattern.exec(text)
  if (day) return readDay(text, Number(day[1]), Number(day[2]), Number(day[3]))
  const found = instantPattern.exec(text)
  if (!found) return notUnderstood('A date is a day such as 2026-03-01 or an instant such as 2026-03-01T09:30:00Z.')
  const [, date, time, second = '00', fraction = '', zulu, sign, hours, minutes = '00'] = found
  if (/[1-9]/.test(fraction)) return notUnderstood('Instants are read at whole seconds only.')
  const naive = zulu === undefined && sign === undefined
  const offset = naive
    ? (naiveOffset ?? 'Z')
    : zulu === undefined
      ? `${sign === '-' ? '-' : '+'}${hours}:${minutes}`
      : 'Z'
  const moment = parseTimestamp(`${date}T${time}:${second}${offset}`)
  if (moment === null) return notUnderstood('There is no such date or time.')
  const instant = formatInstant(moment.seconds)
  if (!isYear(Number(instant.slice(0, 4)))) return notUnderstood(yearReason)
  if (!naive || naiveOffset !== undefined) return { status: 'understood', text: instant }
  return {
    status: 'understood',
    text: instant,
    note: `${text} names no time zone and was read as UTC, as Close reads it.`,
  }
}

/** The canonical text of a date, or null. */
export function parseDateText(text: string): DateText | null {
  const reading = readDate(text)
  return reading.status === 'understood' ? reading.text : null
}

export function isDay(text: DateText): boolean {
  return !text.includes('T')
}

export const yearReason = `Years from ${firstYear} to ${lastYear} are understood.`

function isYear(year: number): boolean {
  return year >= firstYear && year <= lastYear
}

function readDay(text: string, year: number, month: number, day: number): DateReading {
  if (!isCivilDay(year, month, day)) return notUnderstood(`There is no day ${text}.`)
  return isYear(year) ? { status: 'understood', text } : notUnderstood(yearReason)
}

function notUnderstood(reason: string): DateReading {
  return { status: 'not-understood', reason }
}
