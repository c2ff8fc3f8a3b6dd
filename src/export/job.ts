/** An export as plain data: what a worker is told, and what is kept of one that stopped. Holds no credential. */
import { toColumns } from '#core/activity/columns.ts'
import type { Names } from '#core/activity/names.ts'
import type { ActivityQuery } from '#core/query/activity-query.ts'
import type { ConversationLines } from '#core/query/conversation-lines.ts'
import type { ReadyPlan } from '#core/query/plan.ts'
import type { ExportNeeds, ExportProfile } from './needs.ts'

export interface ExportJob {
  readonly version: 1
  /** Tells one export of this browser from another. */
  readonly id: string
  /** What is exported, in words. */
  readonly scope: string
  readonly query: ActivityQuery
  /** As it was at the start: a period such as "the last 7 days" must not move when the export goes on tomorrow. */
  readonly plan: ReadyPlan
  /** Ids, in order. */
  readonly columns: readonly string[]
  readonly profile: ExportProfile
  /** Null: every row is a line. */
  readonly lines: ConversationLines | null
  /** Custom fields that are not among the columns go into one more. */
  readonly others: boolean
  readonly timeZone: string
  readonly locale: string
  readonly verify: boolean
  /** Null: one file. */
  readonly rowsPerFile: number | null
  /** Null in the sandbox. */
  readonly organization: { readonly id: string; readonly name: string } | null
}

/** Names by kind, as they can be sent to a worker. */
export type NamesData = { readonly [K in keyof Names]: readonly (readonly [id: string, name: string])[] }

export function namesOfData(data: NamesData): Names {
  const lead = new Map(data.lead)
  const contact = new Map(data.contact)
  const user = new Map(data.user)
  const activityType = new Map(data.activityType)
  const customField = new Map(data.customField)
  const outcome = new Map(data.outcome)
  const leadStatus = new Map(data.leadStatus)
  return {
    lead: (id) => lead.get(id),
    contact: (id) => contact.get(id),
    user: (id) => user.get(id),
    activityType: (id) => activityType.get(id),
    customField: (id) => customField.get(id),
    outcome: (id) => outcome.get(id),
    leadStatus: (id) => leadStatus.get(id),
  }
}

type Asked =
  | 'plan'
  | 'query'
  | 'columns'
  | 'profile'
  | 'lines'
  | 'others'
  | 'context'
  | 'verify'
  | 'rowsPerFile'
  | 'organizationId'

/** What the job says of an export's needs; who makes the export adds the rest. */
export function needsOfJob(job: ExportJob, names: Names): Pick<ExportNeeds, Asked> {
  const { plan, query, columns, profile, lines, others, timeZone, locale, verify, rowsPerFile, organization } = job
  return {
    plan,
    query,
    columns: toColumns(columns),
    profile,
    ...(lines && { lines }),
    others,
    context: { names, timeZone, locale, sort: query.sort },
    verify,
    ...(rowsPerFile !== null && { rowsPerFile }),
    organizationId: organization?.id ?? null,
  }
}

/** Reads a job that was kept as JSON; null when it is none. */
export function parseJob(text: string): ExportJob | null {
  try {
    const value: unknown = JSON.parse(text)
    return isJob(value) ? value : null
  } catch {
    return null
  }
}

/** Only this program writes them, so their shape is not doubted further than a truncated or foreign file needs. */
function isJob(value: unknown): value is ExportJob {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === 1 &&
    'id' in value &&
    typeof value.id === 'string' &&
    'scope' in value &&
    typeof value.scope === 'string' &&
    'plan' in value &&
    'query' in value &&
    'columns' in value
  )
}
