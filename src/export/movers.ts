/**
 * Rows whose date can be edited: they may come once more at their new place. A meeting is dated to when it begins, and by activity
 * time anything may move. The others' dates never change, so they need not be remembered.
 */
import type { WireActivity } from '#core/close/wire.ts'
import type { SortField } from '#core/query/activity-query.ts'

/** Whether an activity has not come before, as far as it could have. */
export function createMovers(sort: SortField): (activity: WireActivity) => boolean {
  const seen = new Set<string>()
  return ({ id, _type: type }) => {
    if (typeof id !== 'string' || (sort === 'date_created' && type !== 'Meeting')) return true
    if (seen.has(id)) return false
    seen.add(id)
    return true
  }
}
