import type { ActivityRow } from '#core/activity/row.ts'
import type { ActivityQuery } from '#core/query/activity-query.ts'

export const notInClose = 'Only activities of a lead in Close itself can be opened there.'

/** Close has no address for one activity; its lead's page is the nearest. Null where there is none. */
export function closeAddress(source: ActivityQuery['source'], row: ActivityRow | null): string | null {
  if (source !== 'close' || !row || row.leadId === null) return null
  return `https://app.close.com/lead/${encodeURIComponent(row.leadId)}/`
}
