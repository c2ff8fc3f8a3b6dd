import type { Names } from '#core/activity/names.ts'
import { listName } from '#core/close/activity-types.ts'
import { describeRefinements } from '#core/query/describe-refinements.ts'
import { describeFilters, type Wording } from '#core/query/describe.ts'
import { parseSearch } from '#core/query/search-params.ts'
import type { RecentQuery } from './view-book.ts'

/** A query in a line: "Calls · Date created this week". */
export function recentText(search: string, names: Names, wording: Wording): string {
  const { query } = parseSearch(search)
  const sentences = [...describeFilters(query, names, wording), ...describeRefinements(query, names)]
  const list = listName(query.resource)
  const parts = [list.charAt(0).toUpperCase() + list.slice(1), ...sentences.map(({ text }) => text)]
  return parts.join(' · ')
}

/** The ids that recent queries mention, for which a name is to be found. */
export function nameStoreIds(recent: readonly RecentQuery[]) {
  const queries = recent.map(({ search }) => parseSearch(search).query)
  return {
    lead: [...new Set(queries.flatMap(({ leadIds }) => leadIds))],
    user: [...new Set(queries.flatMap(({ userIds }) => userIds))],
  }
}
