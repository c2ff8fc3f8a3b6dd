import { listName } from '#core/close/activity-types.ts'
import type { ActivityQuery, SortField } from '#core/query/activity-query.ts'

const sorts: { readonly [F in SortField]: string } = { date_created: 'date created', activity_at: 'activity time' }

interface Asked {
  readonly query: Pick<ActivityQuery, 'resource' | 'sort'>
  /** The active filters, as sentences. */
  readonly filters: readonly string[]
}

/** What another list was asked for, said with its first answer; empty where the question is the same. */
export function changeText(before: Asked, now: Asked): string {
  const parts: string[] = []
  if (before.query.resource !== now.query.resource) parts.push(`${listName(now.query.resource)}.`)
  if (before.query.sort !== now.query.sort) parts.push(`Sorted by ${sorts[now.query.sort]}, newest first.`)
  if (before.filters.join('\n') !== now.filters.join('\n')) parts.push(`${filtersText(now.filters)}.`)
  return parts.join(' ')
}

/** What stands for a name that is not known yet. */
const id = /\b[a-z]+_[A-Za-z0-9]{8,}/

/** One filter is said as it is; more would take too long to hear, and an id says nothing. */
function filtersText(filters: readonly string[]): string {
  const [only] = filters
  if (only === undefined) return 'No filters'
  return filters.length === 1 && !id.test(only)
    ? `1 filter: ${only}`
    : `${filters.length} ${filters.length === 1 ? 'filter' : 'filters'}`
}
