/** Bounds as text that `readPeriod` reads back: "1 Jul 2026 – 30 Sep 2026", "from 1 Jul 2026 09:00 before 1 Jul 2026 12:00". */
import type { Bounds, DateText } from '#core/query/activity-query.ts'
import { isDay } from '#core/query/date-text.ts'
import { instantOf, type Side } from './wall-clock.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** In English, in the zone. */
export function periodText({ gte, gt, lte, lt }: Bounds, timeZone: string): string {
  const text = (date: DateText, side: Side) => endText(date, side, timeZone)
  if (gt === undefined && lt === undefined && gte !== undefined && lte !== undefined) {
    if (gte === lte && isDay(gte)) return text(gte, 'lower')
    return `${text(gte, 'lower')} – ${text(lte, 'upper')}`
  }
  const ends = [
    gte === undefined ? '' : `from ${text(gte, 'lower')}`,
    gt === undefined ? '' : `after ${text(gt, 'lower')}`,
    lte === undefined ? '' : `to ${text(lte, 'upper')}`,
    lt === undefined ? '' : `before ${text(lt, 'upper')}`,
  ]
  return ends.filter((end) => end !== '').join(' ') || 'Any time'
}

function endText(date: DateText, side: Side, timeZone: string): string {
  if (isDay(date)) return dayText(Temporal.PlainDate.from(date))
  const instant = Temporal.Instant.from(date)
  const wall = instant.toZonedDateTimeISO(timeZone).toPlainDateTime()
  // One of two equal times on the wall, which the side does not tell apart.
  const isClear = instantOf(wall, timeZone, side) * 1000 === instant.epochMilliseconds
  return isClear ? wallText(wall) : `${wallText(instant.toZonedDateTimeISO('UTC').toPlainDateTime())} UTC`
}

function wallText(wall: Temporal.PlainDateTime): string {
  return `${dayText(wall.toPlainDate())} ${wall.toPlainTime().toString({ smallestUnit: wall.second === 0 ? 'minute' : 'second' })}`
}

function dayText({ day, month, year }: Temporal.PlainDate): string {
  return `${day} ${months[month - 1]} ${year}`
}
