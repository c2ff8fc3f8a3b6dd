/** What the timeline says, in words. */
import { activityTypes } from '#core/close/activity-types.ts'
import type { Buckets, Step } from './buckets.ts'
import type { Part } from './coverage.ts'
import type { Histogram } from './histogram.ts'

export interface TimelineWording {
  readonly locale: string
  /** IANA name. */
  readonly timeZone: string
}

export type BucketState = Part['state'] | 'partly'

/** "24 Nov 2026, 09:00 – 12:00"; the zone's offset is told where the clock is changed around. */
export function spanText(
  from: number,
  until: number,
  { step }: Pick<Buckets, 'step'>,
  wording: TimelineWording,
): string {
  const last = 'unit' in step ? until - 1 : until
  return formatFor(step, isChanged(from, until, wording.timeZone), wording).formatRange(from * 1000, last * 1000)
}

function formatFor(step: Step, hasOffset: boolean, { locale, timeZone }: TimelineWording): Intl.DateTimeFormat {
  if (!('unit' in step)) {
    const offset = hasOffset ? ({ timeZoneName: 'shortOffset' } as const) : {}
    const time = { hour: '2-digit', minute: '2-digit' } as const
    return new Intl.DateTimeFormat(locale, {
      timeZone,
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      ...time,
      ...offset,
    })
  }
  const isDay = step.unit === 'day' || step.unit === 'week'
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    year: 'numeric',
    ...(step.unit !== 'year' && { month: 'short' }),
    ...(isDay && { day: 'numeric' }),
    ...(step.unit === 'day' && { weekday: 'short' }),
  })
}

/** Whether the zone's offset differs on that day. */
function isChanged(from: number, until: number, timeZone: string): boolean {
  const offsetAt = (seconds: number) =>
    Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(timeZone).offsetNanoseconds
  return offsetAt(from - 7200) !== offsetAt(until + 7200)
}

/** "by 3 hours", "by day" */
export function stepText(step: Step): string {
  if ('unit' in step) return `by ${step.unit}`
  const [count, unit] = step.minutes < 60 ? [step.minutes, 'minute'] : [step.minutes / 60, 'hour']
  return count === 1 ? `by ${unit}` : `by ${count} ${unit}s`
}

/** "Calls 12, Notes 3", the most first. */
export function countsText(histogram: Histogram, bucket: number, locale: string): string {
  return histogram.types
    .map((type) => ({ type, count: histogram.countAt(bucket, type) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ type, count }) => `${typeText(type)} ${count.toLocaleString(locale)}`)
    .join(', ')
}

/** A type's name, in the plural. */
export function typeText(type: string): string {
  return activityTypes.find((each) => each.type === type)?.many ?? (type === '' ? 'No type' : type.slice(0, 40))
}

/** What is known of a bucket. */
export function stateOf(from: number, until: number, parts: readonly Part[]): BucketState {
  const states = new Set(parts.filter((part) => part.from < until && part.until > from).map(({ state }) => state))
  if (states.size === 1 && states.has('fetched')) return 'fetched'
  if (states.has('fetched')) return 'partly'
  return [...states][0] ?? 'unknown'
}

const stateTexts: { readonly [S in BucketState]: string } = {
  fetched: '',
  partly: 'partly fetched',
  fetching: 'being fetched',
  waiting: 'waiting to be fetched',
  failed: 'could not be fetched',
  unknown: 'not fetched yet',
}

/** "Tue, 24 Nov 2026: 15 activities: Calls 12, Notes 3, partly fetched" */
export function bucketText(
  { step, edges }: Buckets,
  histogram: Histogram,
  bucket: number,
  parts: readonly Part[],
  wording: TimelineWording,
): string {
  const from = edges[bucket] ?? 0
  const until = edges[bucket + 1] ?? from
  const state = stateOf(from, until, parts)
  const total = histogram.totalAt(bucket)
  const name = spanText(from, until, { step }, wording)
  const count = total === 1 ? '1 activity' : `${total.toLocaleString(wording.locale)} activities`
  const counts =
    total === 0
      ? state === 'fetched'
        ? 'no activities'
        : ''
      : `${count}: ${countsText(histogram, bucket, wording.locale)}`
  return `${name}: ${[counts, stateTexts[state]].filter((text) => text !== '').join(', ')}`
}

/** A short date below an edge: the time of day inside a day, the day, the month, or the year. */
export function tickText(edge: number, step: Step, { locale, timeZone }: TimelineWording): string {
  const isTime = !('unit' in step) && !isMidnight(edge, timeZone)
  const isLong = 'unit' in step && (step.unit === 'month' || step.unit === 'quarter')
  const options: Intl.DateTimeFormatOptions = isTime
    ? { hour: '2-digit', minute: '2-digit' }
    : 'unit' in step && step.unit === 'year'
      ? { year: 'numeric' }
      : isLong
        ? { month: 'short', year: 'numeric' }
        : { day: 'numeric', month: 'short' }
  return new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(edge * 1000)
}

/** The edges that get a text below, with room between them: midnights where that is possible. */
export function ticksOf({ step, edges }: Buckets, timeZone: string, most: number): readonly number[] {
  const starts = edges.slice(0, -1).map((_, bucket) => bucket)
  const midnights = 'unit' in step ? [] : starts.filter((bucket) => isMidnight(edges[bucket] ?? 0, timeZone))
  const candidates = midnights.length >= 2 ? midnights : starts
  const every = Math.max(1, Math.ceil(candidates.length / Math.max(1, most)))
  return candidates.filter((_, i) => i % every === 0)
}

function isMidnight(seconds: number, timeZone: string): boolean {
  const at = Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(timeZone)
  return at.startOfDay().epochMilliseconds === at.epochMilliseconds
}
