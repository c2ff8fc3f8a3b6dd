/** From the clock on the wall to the moment, also where the clock was changed. */

/** Which end of a period a time stands for. */
export type Side = 'lower' | 'upper'

/**
 * Seconds since 1970. A time that comes twice is the earlier one where a period begins and the later one where it ends, so
 * that both hours are in it; one that is skipped is the moment of the change. `timeZone` may be an offset.
 */
export function instantOf(wall: Temporal.PlainDateTime, timeZone: string, side: Side): number {
  const zone = timeZone === 'Z' ? 'UTC' : timeZone
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' })
  const isSkipped = !later.toPlainDateTime().equals(wall)
  const chosen = isSkipped ? (later.getTimeZoneTransition('previous') ?? later) : side === 'lower' ? earlier : later
  return Math.floor(chosen.epochMilliseconds / 1000)
}
