import type { ActivityRow } from '#core/activity/row.ts'
import type { Wanted } from '#explorer/names/name-store.ts'

/** The ids in one activity for which a name is to be found. */
export function wantedBy(row: ActivityRow): Wanted {
  return {
    lead: listed(row.leadId),
    contact: listed(row.contactId),
    user: row.userName === null ? listed(row.userId) : [],
    outcome: listed(row.outcomeId),
    activityType: listed(row.customActivityTypeId),
    customField: Object.keys(row.custom ?? {}).map((field) => field.slice('custom.'.length)),
  }
}

function listed(id: string | null): readonly string[] {
  return id === null ? [] : [id]
}
