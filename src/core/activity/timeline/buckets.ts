/** A span of time cut into buckets for counting: by minutes, hours, days, weeks, months … of a time zone. */
import { stretchAround, stretchFrom, type Unit } from '#core/query/period/stretch.ts'

/** Seconds since 1970; `until` is the first second after it. */
export interface Span {
  readonly from: number
  readonly until: number
  /** Whether a bucket may reach beyond the end: so where the end is only what is known so far. */
  readonly isFromOpen?: boolean
  readonly isUntilOpen?: boolean
}

export type Step =
  | { readonly minutes: 1 | 5 | 15 | 30 | 60 | 180 | 360 }
  /** A stretch of the calendar. */
  | { readonly unit: Unit }

export interface Buckets {
  readonly step: Step
  /** Where each bucket begins, and where the last one ends: seconds since 1970, each later than the one before. */
  readonly edges: readonly number[]
}

/** By length; the seconds are what one has at least. */
const steps: readonly { readonly step: Step; readonly seconds: number }[] = [
  ...([1, 5, 15, 30, 60, 180, 360] as const).map((minutes) => ({ step: { minutes }, seconds: minutes * 60 })),
  // A day can be shorter by an hour, but hardly ever two of them.
  { step: { unit: 'day' }, seconds: 86_000 },
  { step: { unit: 'week' }, seconds: 7 * 86_000 },
  { step: { unit: 'month' }, seconds: 28 * 86_000 },
  { step: { unit: 'quarter' }, seconds: 90 * 86_000 },
  { step: { unit: 'year' }, seconds: 365 * 86_000 },
]

/** The smallest buckets of which there are not many more than `most`; at least one. */
export function bucketsOf(span: Span, timeZone: string, most: number): Buckets {
  const length = span.until - span.from
  const { step } = steps.find(({ seconds }) => length / seconds <= most) ?? { step: { unit: 'year' as const } }
  const edges = 'unit' in step ? calendarEdges(span, step.unit, timeZone) : clockEdges(span, step.minutes, timeZone)
  if (!span.isFromOpen) edges[0] = span.from
  if (!span.isUntilOpen) edges[edges.length - 1] = span.until
  return { step, edges }
}

/** From the edge at or before the span to the one at or after it. */
function calendarEdges(span: Span, unit: Unit, timeZone: string): number[] {
  let { first } = stretchAround(zoned(span.from, timeZone).toPlainDate(), unit)
  const edges = [midnight(first, timeZone)]
  while ((edges.at(-1) ?? 0) < span.until) {
    first = stretchFrom(first, unit).last.add({ days: 1 })
    const edge = midnight(first, timeZone)
    // A day that a zone skipped on its way over the date line has no length.
    if (edge > (edges.at(-1) ?? 0)) edges.push(edge)
  }
  return edges
}

/**
 * At full minutes and hours of the clock on the wall. Where it is changed a bucket ends, so that an hour which comes twice
 * is two buckets; buckets longer than an hour go on over a change.
 */
function clockEdges(span: Span, minutes: number, timeZone: string): number[] {
  const edges = [floorOf(span.from, minutes, timeZone)]
  let change = minutes > 60 ? Infinity : nextChange(span.from, timeZone)
  while ((edges.at(-1) ?? 0) < span.until) {
    const last = edges.at(-1) ?? 0
    if (last >= change) change = nextChange(last, timeZone)
    edges.push(Math.min(change, afterwards(last, minutes, timeZone)))
  }
  return edges
}

function floorOf(seconds: number, minutes: number, timeZone: string): number {
  const at = zoned(seconds, timeZone)
  const wall = wallAt(at.toPlainDate(), Math.floor(minuteOf(at) / minutes) * minutes)
  const found = bothWays(wall, timeZone).filter((edge) => edge <= seconds)
  return found.length > 0 ? Math.max(...found) : midnight(at.toPlainDate(), timeZone)
}

/** The next full time on the wall; of one that comes twice the first that is still ahead. */
function afterwards(seconds: number, minutes: number, timeZone: string): number {
  const at = zoned(seconds, timeZone)
  for (let next = Math.floor(minuteOf(at) / minutes + 1) * minutes; next < 1440; next += minutes) {
    const found = bothWays(wallAt(at.toPlainDate(), next), timeZone).filter((edge) => edge > seconds)
    if (found.length > 0) return Math.min(...found)
  }
  return midnight(at.toPlainDate().add({ days: 1 }), timeZone)
}

function bothWays(wall: Temporal.PlainDateTime, timeZone: string): number[] {
  return (['earlier', 'later'] as const).map((disambiguation) =>
    toSeconds(wall.toZonedDateTime(timeZone, { disambiguation })),
  )
}

function nextChange(seconds: number, timeZone: string): number {
  const change = zoned(seconds, timeZone).getTimeZoneTransition('next')
  return change ? toSeconds(change) : Infinity
}

function minuteOf({ hour, minute }: Temporal.ZonedDateTime): number {
  return hour * 60 + minute
}

function wallAt(day: Temporal.PlainDate, minute: number): Temporal.PlainDateTime {
  return day.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
}

function midnight(day: Temporal.PlainDate, timeZone: string): number {
  return toSeconds(day.toZonedDateTime(timeZone))
}

function zoned(seconds: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(timeZone)
}

function toSeconds(at: Temporal.ZonedDateTime): number {
  return Math.floor(at.epochMilliseconds / 1000)
}
