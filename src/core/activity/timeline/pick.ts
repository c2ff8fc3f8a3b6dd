/** Buckets as a filter. */
import type { Bounds } from '#core/query/activity-query.ts'
import { formatInstant } from '#core/query/timestamp.ts'

/** Between two edges: as days where both are midnights of the zone, otherwise as instants. */
export function boundsBetween(from: number, until: number, timeZone: string): Bounds {
  const first = dayFrom(from, timeZone)
  const after = dayFrom(until, timeZone)
  if (first && after) return { gte: first.toString(), lte: after.subtract({ days: 1 }).toString() }
  return { gte: formatInstant(from), lt: formatInstant(until) }
}

/** The day that begins then; null inside of one. */
function dayFrom(seconds: number, timeZone: string): Temporal.PlainDate | null {
  const day = Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
  return Math.floor(day.toZonedDateTime(timeZone).epochMilliseconds / 1000) === seconds ? day : null
}
