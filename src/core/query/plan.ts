/** From a query to what is asked of Close. The planner answers; it does not throw, and it does not fetch. */
import { columns, columnOf, fieldsFor } from '#core/activity/columns.ts'
import { listPath } from '#core/close/activity-types.ts'
import type { ActivityQuery } from './activity-query.ts'
import { toWindow, type Moment } from './dates.ts'
import type { NonEmpty, Parameters, Plan, Stream, Violation } from './plan-types.ts'
import { violationsOf } from './rules.ts'

export type ReadyPlan = Extract<Plan, { status: 'ready' }>

/** `timeZone` is the viewer's, used where the query names none. The plan of a range stays the same all day long. */
export function plan(query: ActivityQuery, moment: Moment): Plan {
  const violations = violationsOf(query)
  if (isNonEmpty(violations)) return { status: 'blocked', violations }
  return { status: 'ready', streams: [toStream(query, moment)] }
}

/** Two plans with the same key ask the same. Whom they ask is not in it: put the source before it. */
export function planKey({ streams }: ReadyPlan): readonly unknown[] {
  return streams.map(({ path, parameters, sort, from, until, limit }) => [path, parameters, sort, from, until, limit])
}

function toStream(query: ActivityQuery, moment: Moment): Stream {
  return {
    path: listPath(query.resource),
    parameters: parametersOf(query),
    sort: query.sort,
    ...toWindow(query, moment),
    limit: query.limit,
  }
}

function parametersOf(query: ActivityQuery): Parameters {
  const mixed = query.resource === ''
  const all: readonly (readonly [string, readonly string[]])[] = [
    ['lead_id', query.leadIds],
    [mixed ? 'user_id__in' : 'user_id', query.userIds],
    [mixed ? 'contact_id__in' : 'contact_id', query.contactIds],
    ['_type__in', query.types],
    ['id__in', query.ids],
    ['custom_activity_type_id__in', query.customActivityTypeIds],
    ['organization_id', query.organizationId === null ? [] : [query.organizationId]],
    ['_order_by', query.sort === 'activity_at' ? ['-activity_at'] : []],
    ['thread_emails', threadEmails[query.emailThreads]],
    ['_fields', fieldsOf(query)],
  ]
  return all.filter(([, values]) => values.length > 0).map(([name, values]) => [name, values.join(',')])
}

const threadEmails = { messages: [], both: ['true'], only: ['only'] } as const

/** What the walk and the rows cannot do without. */
const needed = ['id', '_type', 'date_created', 'activity_at', 'lead_id']

/** Every built-in column of the list, shown or not, so that showing one fetches nothing; custom fields only when shown. */
function fieldsOf({ fields, resource, columns: shown, emailThreads }: ActivityQuery): readonly string[] {
  const needs = emailThreads === 'both' ? [...needed, 'thread_id'] : needed
  if (fields.length > 0) return [...new Set([...needs, ...fields])]
  const custom = shown.filter((id) => id.startsWith('custom.')).toSorted()
  const wanted = fieldsFor(resource, [...columns, ...custom.map(columnOf).filter((column) => column !== undefined)])
  return showsConversations({ resource, emailThreads }) ? [...wanted, ...threadMessages] : wanted
}

/** Of its messages a thread tells its last direction and its attachments; Close sends one or the other. */
const threadMessages = ['latest_emails', 'emails']

/** Whether email threads are among the rows. */
export function showsConversations({
  resource,
  emailThreads,
}: Pick<ActivityQuery, 'resource' | 'emailThreads'>): boolean {
  return resource === 'emailthread' || (resource === '' && emailThreads !== 'messages')
}

function isNonEmpty(violations: readonly Violation[]): violations is NonEmpty<Violation> {
  return violations.length > 0
}
