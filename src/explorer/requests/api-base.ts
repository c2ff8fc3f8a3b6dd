import type { Source } from '#core/query/activity-query.ts'

/** Where a terminal reaches what the page reaches: Close itself, not the page's relay; the sandbox where it is served. */
export function apiBase(source: Source): string {
  return source === 'close' ? 'https://api.close.com/api/v1' : `${window.location.origin}/sandbox/api/v1`
}
