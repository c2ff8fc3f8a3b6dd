import { listName } from '#core/close/activity-types.ts'
import type { ActivityQuery, SortField } from '#core/query/activity-query.ts'

const sorts: { readonly [F in SortField]: string } = { date_created: 'date created', activity_at: 'activity time' }

interface Asked {
  readonly query: Pick<ActivityQuery, 'resource' | 'sort'>
  /** The active filters, as sentences. */
  readonly filters: readonly string[]
  /** What is kept of the loaded rows, as sentences. */
  readonly refinements: readonly string[]
}

/** What another list was asked for, or what is kept of this one; empty where both are the same. */
export function changeText(before: Asked, now: Asked): string {
  const parts: string[] = []
  if (before.query.resource !== now.query.resource) parts.push(`${listName(now.query.resource)}.`)
  if (before.query.sort !== now.query.sort) parts.push(`Sorted by ${sorts[now.query.sort]}, newest first.`)
  if (differ(before.filters, now.filters)) parts.push(`${countedText(now.filters, 'filter')}.`)
  if (differ(before.refinements, now.refinements)) parts.push(`${countedText(now.refinements, 'refinement')}.`)
  return parts.join(' ')
}

/** What stands for a name that is not known yet. */
const id = /\b[a-z]+_[A-Za-z0-9]{8,}/

/** One of them is said as it is; more would take too long to hear, and an id says nothing. */
function countedText(sentences: readonly string[], what: 'filter' | 'refinement'): string {
  const [only] = sentences
  if (only === undefined) return `No ${what}s`
  return sentences.length === 1 && !id.test(only)
    ? `1 ${what}: ${only}`
    : `${sentences.length} ${what}${sentences.length === 1 ? '' : 's'}`
}

function differ(before: readonly string[], now: readonly string[]): boolean {
  return before.join('\n') !== now.join('\n')
}
