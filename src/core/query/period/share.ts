/** The links one can send of what is seen. */
import type { ActivityQuery } from '#core/query/activity-query.ts'
import type { Moment } from '#core/query/dates.ts'
import { freezePeriod } from './freeze.ts'

export interface SharedQueries {
  /** These days, wherever and whenever it is opened: relative periods are fixed, and days say whose they are. */
  readonly exact: ActivityQuery
  /** The same words, about the days of whoever opens it; null when the period is not relative. */
  readonly relative: ActivityQuery | null
}

export function sharedQueries(query: ActivityQuery, moment: Moment): SharedQueries {
  const exact = freezePeriod(query, moment)
  const hasDays = Object.values(exact.bounds[exact.sort]).some((date) => !date.includes('T'))
  return {
    exact: hasDays ? { ...exact, timeZone: query.timeZone ?? moment.timeZone } : exact,
    relative: query.range === null ? null : query,
  }
}
