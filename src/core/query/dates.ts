/** From dates to moments: days and ranges of a time zone as windows in epoch seconds, right on days of 23 and 25 hours. */
import type { ActivityQuery, Bounds, Comparison, DateText, Range } from './activity-query.ts'
import { isDay } from './date-text.ts'
import type { Edge, Window } from './plan-types.ts'
import { parseTimestamp } from './timestamp.ts'

export { parseDateText, readDate, type DateReading } from './date-text.ts'

export interface Moment {
  /** IANA name: the viewer's zone, used where the query names none. */
  readonly timeZone: string
  /** Milliseconds since 1970, as a clock gives them. */
  readonly now: number
}

/** Whole days, both included. */
export interface Days {
  readonly first: DateText
  readonly last: DateText
}

/** The window on the sorted date. Bounds on the other date are not in it: they are a violation. */
export function toWindow(query: ActivityQuery, { timeZone, now }: Moment): Window {
  const zone = query.timeZone ?? timeZone
  if (query.range === null) return windowOfBounds(query.bounds[query.sort], zone)
  const { first, last } = daysOf(query.range, { timeZone: zone, now })
  return windowOfBounds({ gte: first, lte: last }, zone)
}

/**
 * The days of a range. Each ends with its last day, even where that lies ahead (this week ends on Sunday): meetings lie
 * in the future, and the plan stays the same all day long. Weeks start on Monday.
 */
export function daysOf(range: Range, { timeZone, now }: Moment): Days {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate()
  const [first, last] = spans[range](today)
  return { first: first.toString(), last: last.toString() }
}

type Span = readonly [first: Temporal.PlainDate, last: Temporal.PlainDate]

const spans: { readonly [R in Range]: (today: Temporal.PlainDate) => Span } = {
  today: (today) => [today, today],
  yesterday: (today) => [today.subtract({ days: 1 }), today.subtract({ days: 1 })],
  '7d': (today) => [today.subtract({ days: 6 }), today],
  '30d': (today) => [today.subtract({ days: 29 }), today],
  '90d': (today) => [today.subtract({ days: 89 }), today],
  '12m': (today) => [today.subtract({ months: 12 }).add({ days: 1 }), today],
  this_week: (today) => span(monday(today), { days: 7 }),
  last_week: (today) => span(monday(today).subtract({ days: 7 }), { days: 7 }),
  this_month: (today) => span(today.with({ day: 1 }), { months: 1 }),
  last_month: (today) => span(today.with({ day: 1 }).subtract({ months: 1 }), { months: 1 }),
  this_quarter: (today) => span(quarter(today), { months: 3 }),
  last_quarter: (today) => span(quarter(today).subtract({ months: 3 }), { months: 3 }),
  this_year: (today) => span(today.with({ month: 1, day: 1 }), { years: 1 }),
}

function span(first: Temporal.PlainDate, length: Temporal.DurationLike): Span {
  return [first, first.add(length).subtract({ days: 1 })]
}

function monday(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 })
}

function quarter(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.with({ month: day.month - ((day.month - 1) % 3), day: 1 })
}

function windowOfBounds(bounds: Bounds, zone: string): Window {
  return {
    from: tighter(edgeOf('gte', bounds.gte, zone), edgeOf('gt', bounds.gt, zone), 1),
    until: tighter(edgeOf('lte', bounds.lte, zone), edgeOf('lt', bounds.lt, zone), -1),
  }
}

/**
 * A day is `[midnight, next midnight)`: after it is from the next midnight on, up to it is until the next midnight.
 * An instant is itself, with or without the rows exactly on it.
 */
function edgeOf(comparison: Comparison, text: DateText | undefined, zone: string): Edge | null {
  if (text === undefined) return null
  if (!isDay(text)) return { at: secondsOf(text), inclusive: comparison === 'gte' || comparison === 'lte' }
  const wholeDayIn = comparison === 'gt' || comparison === 'lte'
  return { at: midnight(text, wholeDayIn ? 1 : 0, zone), inclusive: comparison === 'gte' || comparison === 'gt' }
}

function secondsOf(instant: DateText): number {
  const moment = parseTimestamp(instant)
  if (moment === null) throw new RangeError(`Not an instant: ${instant}`)
  return moment.seconds
}

/** The first second of a day, or of the day after; where a clock change skips midnight, the first that exists. */
function midnight(day: DateText, later: number, zone: string): number {
  const start = Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(zone)
  return Math.floor(start.epochMilliseconds / 1000)
}

/** Of two edges the one that lets fewer rows through. `sign` is 1 for lower edges, -1 for upper ones. */
function tighter(a: Edge | null, b: Edge | null, sign: 1 | -1): Edge | null {
  if (a === null || b === null) return a ?? b
  if (a.at !== b.at) return (a.at - b.at) * sign > 0 ? a : b
  return a.inclusive ? b : a
}
