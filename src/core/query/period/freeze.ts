import type { ActivityQuery } from '#core/query/activity-query.ts'
import { daysOf, type Moment } from '#core/query/dates.ts'

/** The days that a relative period stands for now, in place of it; any other query stays as it is. */
export function freezePeriod(query: ActivityQuery, moment: Moment): ActivityQuery {
  if (query.range === null) return query
  const { first, last } = daysOf(query.range, { ...moment, timeZone: query.timeZone ?? moment.timeZone })
  return { ...query, range: null, bounds: { ...query.bounds, [query.sort]: { gte: first, lte: last } } }
}
