import type { ActivityRow } from '#core/activity/row.ts'
import type { Wanted } from '#explorer/names/name-store.ts'

function one(id: string | null): readonly string[] {
  return id === null ? [] : [id]
}

/** The names that one activity needs. */
export function wantedBy(row: ActivityRow): Wanted {
  return {
    lead: one(row.leadId),
    contact: one(row.contactId),
    user: one(row.userId),
    outcome: one(row.outcomeId),
    activityType: one(row.customActivityTypeId),
    customField: Object.keys(row.custom ?? {}).map((name) => name.replace(/^custom\./, '')),
  }
}
