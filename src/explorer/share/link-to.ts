import type { ActivityQuery } from '#core/query/activity-query.ts'
import type { Moment } from '#core/query/dates.ts'
import { sharedQueries } from '#core/query/period/share.ts'
import { serializeSearch } from '#core/query/search-params.ts'

export type Days = 'exact' | 'relative'

/** An address of this page that shows the query. */
export function linkTo(query: ActivityQuery, moment: Moment, days: Days): string {
  const { exact, relative } = sharedQueries(query, moment)
  const search = serializeSearch(days === 'relative' && relative ? relative : exact)
  const { origin, pathname } = window.location
  return `${origin}${pathname}${search === '' ? '' : `?${search}`}`
}
