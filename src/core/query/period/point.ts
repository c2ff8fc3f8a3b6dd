/** One end of a typed period: "1 Jul", "yesterday 9:00", "Q3 2026", "2026-07-01T09:00:00Z". */
import { readDate, yearReason } from '#core/query/date-text.ts'
import { parseTimestamp } from '#core/query/timestamp.ts'
import { lengthOf, type Stretch, stretchAround, stretchFrom, type Unit, weekOf } from './stretch.ts'

export type Point =
  /** Whole days of the calendar. */
  | { readonly kind: 'days'; readonly days: Stretch }
  /** Days that a year makes certain; null in a year that does not have them. */
  | { readonly kind: 'yearless'; readonly inYear: (year: number) => Stretch | null; readonly time: Time | null }
  /** A time by the clock on the wall; without a day it is on the other end's. */
  | { readonly kind: 'time'; readonly day: Temporal.PlainDate | null; readonly time: Time }
  /** Seconds since 1970. */
  | { readonly kind: 'instant'; readonly at: number }

export interface Time {
  readonly wall: Temporal.PlainTime
  /** Written behind it: `Z` or `+01:00`. */
  readonly offset: string | null
}

export type PointReading = Point | { readonly kind: 'wrong'; readonly reason: string } | null

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const weekdays = 'mon tue wed thu fri sat sun'.split(' ')

const month = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'
const clock = /(?:^|\s)(?:at\s+)?(\d{1,2})(?::(\d\d))?(?::(\d\d))?\s*(am|pm)?(?:\s*(utc|z)([+-]\d\d:\d\d)?)?$/

/** Reads a text in lower case with single spaces. Null when it is not understood at all. */
export function readPoint(text: string, now: Temporal.ZonedDateTime): PointReading {
  if (text === 'now') return { kind: 'instant', at: Math.floor(now.epochMilliseconds / 1000) }
  const whole = readDays(text, now)
  if (whole) return whole
  const time = clock.exec(text)
  if (!time || (time[2] === undefined && time[4] === undefined)) return null
  return withTime(text.slice(0, time.index).trim(), time, now)
}

function withTime(dayText: string, found: RegExpExecArray, now: Temporal.ZonedDateTime): PointReading {
  const time = readTime(found)
  if (time === null) return { kind: 'wrong', reason: `There is no time ${found[0].trim()}.` }
  if (dayText === '') return { kind: 'time', day: null, time }
  const days = readDays(dayText, now)
  if (days?.kind === 'yearless') return { ...days, time }
  if (days?.kind !== 'days') return days
  const { first, last } = days.days
  return first.equals(last) ? { kind: 'time', day: first, time } : null
}

function readTime([, hours, minutes = '00', seconds = '00', half, utc, offset]: RegExpExecArray): Time | null {
  const hour = Number(hours)
  if (half !== undefined && (hour < 1 || hour > 12)) return null
  const of24 = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)
  if (of24 > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  const wall = Temporal.PlainTime.from({ hour: of24, minute: Number(minutes), second: Number(seconds) })
  return { wall, offset: utc === undefined ? null : (offset ?? 'Z') }
}

type DaysReading = Exclude<PointReading, { kind: 'time' }>

function readDays(text: string, now: Temporal.ZonedDateTime): DaysReading {
  const today = now.toPlainDate()
  return byName(text, today) ?? byNumbers(text) ?? byMonth(text) ?? null
}

function byName(text: string, today: Temporal.PlainDate): DaysReading {
  const shift = { yesterday: -1, today: 0, tomorrow: 1 }[text]
  if (shift !== undefined) return days(stretchFrom(today.add({ days: shift }), 'day'))
  const ago = /^(\d{1,4}) (day|week|month|year)s? ago$/.exec(text)
  if (ago) return days(stretchFrom(today.subtract(lengthOf(unitOf(ago[2]), Number(ago[1]))), 'day'))
  const named = /^(this|last|previous|next) (week|month|quarter|year)$/.exec(text)
  if (named) {
    const unit = unitOf(named[2])
    const by = named[1] === 'this' ? 0 : named[1] === 'next' ? 1 : -1
    return days(stretchFrom(stretchAround(today, unit).first.add(lengthOf(unit, by)), unit))
  }
  return byWeekday(text, today)
}

/** The latest of that name, today included; "last" leaves today out. */
function byWeekday(text: string, today: Temporal.PlainDate): DaysReading {
  const found = /^(last )?(mon|tue|wed|thu|fri|sat|sun)(?:days?|s|sdays?|nesdays?|rs|rsdays?|urdays?)?$/.exec(text)
  if (!found) return null
  const back = (today.dayOfWeek - 1 - weekdays.indexOf(found[2] ?? '') + 7) % 7
  return days(stretchFrom(today.subtract({ days: back === 0 && found[1] ? 7 : back }), 'day'))
}

function byNumbers(text: string): DaysReading {
  const iso = /^\d{4}-\d\d-\d\d(?:[t ]\S+)?$/.test(text) ? readDate(text.toUpperCase()) : null
  if (iso?.status === 'understood') return ofDateText(iso.text, text)
  if (iso && /^\d{4}-\d\d-\d\d$/.test(text)) return { kind: 'wrong', reason: iso.reason }
  const quarter = /^(?:q([1-4])(?: (\d{4}))?|(\d{4})[- ]q([1-4]))$/.exec(text)
  if (quarter) return inYear(quarter[2] ?? quarter[3], (year) => quarterOf(year, Number(quarter[1] ?? quarter[4])))
  const week = /^(?:week (\d{1,2})(?: (\d{4}))?|(\d{4})[- ]w(\d\d))$/.exec(text)
  if (week) return inYear(week[2] ?? week[3], (year) => weekOf(year, Number(week[1] ?? week[4])))
  const monthOnly = /^(\d{4})-(\d\d)$/.exec(text)
  if (monthOnly) return inYear(monthOnly[1], (year) => monthOf(year, Number(monthOnly[2])))
  if (/^\d{4}$/.test(text)) return inYear(text, (year) => stretchFrom(dayOf(year, 1, 1), 'year'))
  return bySlashes(text)
}

/** Day before month, unless that is not certain. */
function bySlashes(text: string): DaysReading {
  const found = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})?$/.exec(text) ?? /^(\d{1,2})(\/)(\d{1,2})$/.exec(text)
  if (!found) return null
  const [a, b] = [Number(found[1]), Number(found[3])]
  const isClear = found[2] === '.' || a === b || a > 12 || b > 12
  if (!isClear) return { kind: 'wrong', reason: `${text} can be read in two ways: write the month as a word.` }
  const [day, of] = found[2] === '/' && b > 12 ? [b, a] : [a, b]
  return inYear(found[4], (year) => civil(year, of, day))
}

function byMonth(text: string): DaysReading {
  const dayFirst = new RegExp(`^(?:(\\d{1,2}) )?${month}(?: (\\d{4}))?$`).exec(text)
  const monthFirst = new RegExp(`^${month} (\\d{1,2})(?: (\\d{4}))?$`).exec(text)
  const [name, day, year] = monthFirst
    ? [monthFirst[1], monthFirst[2], monthFirst[3]]
    : [dayFirst?.[2], dayFirst?.[1], dayFirst?.[3]]
  if (name === undefined) return null
  const number = months.indexOf(name) + 1
  return inYear(year, (of) => (day === undefined ? monthOf(of, number) : civil(of, number, Number(day))))
}

function inYear(year: string | undefined, of: (year: number) => Stretch | null): DaysReading {
  if (year === undefined) return { kind: 'yearless', inYear: of, time: null }
  // A time on the wall may be in the year beside the one that its instant is in.
  if (Number(year) < 1899 || Number(year) > 2200) return { kind: 'wrong', reason: yearReason }
  const stretch = of(Number(year))
  return stretch ? days(stretch) : { kind: 'wrong', reason: `${year} has no such day.` }
}

function ofDateText(date: string, text: string): DaysReading {
  if (!date.includes('T')) return days(stretchFrom(Temporal.PlainDate.from(date), 'day'))
  // Without an offset it is a time on the wall, as everything else that is typed.
  if (!/(?:z|[+-]\d\d:?\d\d)$/.test(text.slice(10))) return null
  const moment = parseTimestamp(date)
  return moment && { kind: 'instant', at: moment.seconds }
}

function quarterOf(year: number, quarter: number): Stretch {
  return stretchFrom(dayOf(year, 3 * quarter - 2, 1), 'quarter')
}

function monthOf(year: number, of: number): Stretch | null {
  return of >= 1 && of <= 12 ? stretchFrom(dayOf(year, of, 1), 'month') : null
}

function civil(year: number, of: number, day: number): Stretch | null {
  if (of < 1 || of > 12 || day < 1 || day > dayOf(year, of, 1).daysInMonth) return null
  return stretchFrom(dayOf(year, of, day), 'day')
}

function dayOf(year: number, of: number, day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month: of, day })
}

function unitOf(word: string | undefined): Unit {
  return word === 'week' || word === 'month' || word === 'quarter' || word === 'year' ? word : 'day'
}

function days(stretch: Stretch): Extract<Point, { kind: 'days' }> {
  return { kind: 'days', days: stretch }
}
