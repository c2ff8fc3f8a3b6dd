/** What becomes of a relative period when its zone's day ends. */
import type { ActivityQuery } from '#core/query/activity-query.ts'
import { daysOf } from '#core/query/dates.ts'

/** Whether the query, asked at `at`, would ask for other days at `now` (milliseconds since 1970). `timeZone` is the viewer's. */
export function hasMovedOn(query: ActivityQuery, timeZone: string, at: number, now: number): boolean {
  const { range } = query
  if (range === null) return false
  const zone = query.timeZone ?? timeZone
  const [then, present] = [at, now].map((moment) => daysOf(range, { timeZone: zone, now: moment }))
  return then?.first !== present?.first || then?.last !== present?.last
}

/** Milliseconds from `now` until the zone's next day begins, on days of 23 and 25 hours too. */
export function untilNextDay(query: ActivityQuery, timeZone: string, now: number): number {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(query.timeZone ?? timeZone)
  return here.toPlainDate().add({ days: 1 }).toZonedDateTime(here.timeZoneId).epochMilliseconds - now
}
