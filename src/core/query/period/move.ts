/** A period moved or widened: what the buttons beside it do. */
import type { ActivityQuery, Bounds } from '#core/query/activity-query.ts'
import { type Moment, toWindow } from '#core/query/dates.ts'
import { formatInstant } from '#core/query/timestamp.ts'
import { freezePeriod } from './freeze.ts'
import { lengthOf, type Stretch, stretchAround, type Unit } from './stretch.ts'

/** The same query within the period before (−1) or after (1); null when the period has an open end. */
export function shiftPeriod(query: ActivityQuery, moment: Moment, by: -1 | 1): ActivityQuery | null {
  const days = wholeDays(query, moment)
  if (days) return within(query, boundsOf(shiftDays(days, by)))
  const span = secondsOf(query, moment)
  return span && within(query, instants(span.from + by * (span.until - span.from), span.until - span.from))
}

/** The same query within twice the time, half of it on each side; null when the period has an open end. */
export function widenPeriod(query: ActivityQuery, moment: Moment): ActivityQuery | null {
  const days = wholeDays(query, moment)
  if (days) {
    const more = Math.max(1, Math.round(countOf(days) / 2))
    return within(query, boundsOf({ first: days.first.subtract({ days: more }), last: days.last.add({ days: more }) }))
  }
  const span = secondsOf(query, moment)
  if (!span) return null
  const more = Math.max(1, Math.round((span.until - span.from) / 2))
  return within(query, instants(span.from - more, span.until - span.from + 2 * more))
}

/** Calendar units stay such: after February comes March, not 28 days. */
function shiftDays(days: Stretch, by: -1 | 1): Stretch {
  for (const unit of ['year', 'quarter', 'month'] as const) {
    const count = countOfUnit(days, unit)
    if (count === null) continue
    const first = days.first.add(lengthOf(unit, by * count))
    return { first, last: first.add(lengthOf(unit, count)).subtract({ days: 1 }) }
  }
  const length = by * countOf(days)
  return { first: days.first.add({ days: length }), last: days.last.add({ days: length }) }
}

/** How many whole ones of that unit the days are; null when they are not. */
function countOfUnit({ first, last }: Stretch, unit: Unit): number | null {
  if (!stretchAround(first, unit).first.equals(first) || !stretchAround(last, unit).last.equals(last)) return null
  const months = (last.year - first.year) * 12 + last.month - first.month + 1
  return unit === 'year' ? months / 12 : unit === 'quarter' ? months / 3 : months
}

function countOf({ first, last }: Stretch): number {
  return first.until(last, { largestUnit: 'days' }).days + 1
}

/** The period as days of the calendar; null where an end is open or inside a day. */
function wholeDays(query: ActivityQuery, moment: Moment): Stretch | null {
  const { gte, gt, lte, lt } = freezePeriod(query, moment).bounds[query.sort]
  if ((gte !== undefined && gt !== undefined) || (lte !== undefined && lt !== undefined)) return null
  const first = gte ?? gt
  const last = lte ?? lt
  if (first === undefined || last === undefined || first.includes('T') || last.includes('T')) return null
  const days = {
    first: Temporal.PlainDate.from(first).add({ days: gt === undefined ? 0 : 1 }),
    last: Temporal.PlainDate.from(last).subtract({ days: lt === undefined ? 0 : 1 }),
  }
  return Temporal.PlainDate.compare(days.first, days.last) <= 0 ? days : null
}

function secondsOf(query: ActivityQuery, moment: Moment): { from: number; until: number } | null {
  const { from, until } = toWindow(query, moment)
  return from && until && from.at < until.at ? { from: from.at, until: until.at } : null
}

function boundsOf({ first, last }: Stretch): Bounds | null {
  return first.year < 1900 || last.year > 2199 ? null : { gte: first.toString(), lte: last.toString() }
}

/** Half-open, so that one after the other leaves nothing out and has nothing twice. */
function instants(from: number, length: number): Bounds {
  return { gte: formatInstant(from), lt: formatInstant(from + length) }
}

function within(query: ActivityQuery, bounds: Bounds | null): ActivityQuery | null {
  return bounds && { ...query, range: null, bounds: { ...query.bounds, [query.sort]: bounds } }
}
