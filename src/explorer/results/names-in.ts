import type { Column } from '#core/activity/columns.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import type { Wanted } from '#explorer/names/name-store.ts'

/** The ids that these rows show in these columns, for which a name is to be found. */
export function namesIn(rows: readonly (ActivityRow | null)[], columns: readonly Column[]): Wanted {
  const shown = new Set(columns.map(({ id }) => id))
  const ids = (read: (row: ActivityRow) => string | null) => {
    const found = new Set<string>()
    for (const row of rows) {
      const id = row && read(row)
      if (id) found.add(id)
    }
    return [...found]
  }
  return {
    lead: shown.has('lead') ? ids((row) => row.leadId) : [],
    contact: shown.has('contact') ? ids((row) => row.contactId) : [],
    // Most rows carry their user's name.
    user: shown.has('user') ? ids((row) => (row.userName === null ? row.userId : null)) : [],
    outcome: shown.has('outcome') ? ids((row) => row.outcomeId) : [],
    activityType: shown.has('summary') || shown.has('custom_type') ? ids((row) => row.customActivityTypeId) : [],
    customField: [...shown].flatMap((id) => (id.startsWith('custom.') ? [id.slice('custom.'.length)] : [])),
  }
}
