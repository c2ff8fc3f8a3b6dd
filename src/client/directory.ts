/** Who and what the ids in activities stand for. */
import * as z from 'zod/mini'
import { isRecord } from '#core/activity/read.ts'
import type { Parameters } from '#core/query/plan-types.ts'
import type { CloseClient } from './close-client.ts'
import { CloseError } from './errors.ts'
import { read } from './read.ts'
import { flag, list, optionalText, text } from './tolerant.ts'

export { fetchContactNames, fetchLeadNames, type NamesById } from './object-names.ts'

export interface Me {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly organization: { readonly id: string; readonly name: string }
}

export interface Lead {
  readonly id: string
  readonly name: string
  /** The label of its status. */
  readonly status: string | null
}

export interface Contact {
  readonly id: string
  readonly name: string
  readonly leadId: string | null
  readonly title: string | null
}

export interface User {
  readonly id: string
  readonly name: string
  readonly email: string
  /** False for people who have left the organization. */
  readonly active: boolean
}

export interface CustomActivityType {
  readonly id: string
  readonly name: string
  readonly archived: boolean
  /** `id` without `custom.`: `cf_…`. */
  readonly fields: readonly { readonly id: string; readonly name: string; readonly type: string }[]
}

export interface Outcome {
  readonly id: string
  readonly name: string
}

export interface LeadStatus {
  readonly id: string
  readonly label: string
}

/** Items of a list that are not as expected are left out: one odd item must not hide the others. */
const listSchema = z.object({ data: z.array(z.unknown()), has_more: flag })

const organizationSchema = z.object({ id: z.string(), name: text })

const personSchema = z.object({ id: z.string(), email: text, first_name: text, last_name: text })

const meSchema = z.extend(personSchema, { organizations: list })

const leadSchema = z.object({ id: z.string(), display_name: text, name: text, status_label: optionalText })

const contactSchema = z.object({
  id: z.string(),
  display_name: text,
  name: text,
  lead_id: optionalText,
  title: optionalText,
})

const memberSchema = z.object({
  user_id: z.string(),
  user_email: text,
  user_first_name: text,
  user_last_name: text,
  user_full_name: text,
})

const typeSchema = z.object({
  id: z.string(),
  name: text,
  is_archived: flag,
  fields: list,
})

const fieldSchema = z.object({ id: z.string(), name: text, type: text })
const outcomeSchema = z.object({ id: z.string(), name: text })
const statusSchema = z.object({ id: z.string(), label: text })

function known<Schema extends z.core.$ZodType>(schema: Schema, items: readonly unknown[]): z.output<Schema>[] {
  return items.flatMap((item) => {
    const result = z.safeParse(schema, item)
    return result.success ? [result.data] : []
  })
}

const pageSize = 100
/** Ten thousand items: no directory is larger, and a server that never ends its list must not keep the page busy. */
const mostPages = 100

async function fetchAll(
  client: CloseClient,
  path: string,
  parameters: Parameters,
  signal: AbortSignal | undefined,
): Promise<readonly unknown[]> {
  const items: unknown[] = []
  for (let page = 0; page < mostPages; page += 1) {
    const position: Parameters = [
      ['_limit', String(pageSize)],
      ['_skip', String(items.length)],
    ]
    const { data, has_more } = read(listSchema, await client.get(path, [...parameters, ...position], { signal }))
    items.push(...data)
    if (!has_more || data.length === 0) break
  }
  return items
}

function fullName(person: { first_name: string; last_name: string; email: string; id: string }): string {
  return `${person.first_name} ${person.last_name}`.trim() || person.email || person.id
}

/** Whom the credential belongs to, and in which organization: the cheapest test of a credential. */
export async function fetchMe(client: CloseClient, signal?: AbortSignal): Promise<Me> {
  const me = read(meSchema, await client.get('/me/', [], { signal }))
  const [organization = { id: '', name: '' }] = known(organizationSchema, me.organizations)
  return { id: me.id, name: fullName(me), email: me.email, organization }
}

type LeadAnswer = z.output<typeof leadSchema>

function toLead({ id, display_name, name, status_label }: LeadAnswer): Lead {
  return { id, name: display_name || name || id, status: status_label }
}

/** What Close's search language would take for operators, a minus before a word among them. */
const operators = /(?:[^\p{L}\p{N}\p{M}@&.+_'-]|(?<![\p{L}\p{N}\p{M}])-)+/gu

/** The twenty best matches for what somebody is typing. */
export async function searchLeads(client: CloseClient, query: string, signal?: AbortSignal): Promise<readonly Lead[]> {
  const words = query.slice(0, 200).replace(operators, ' ').trim()
  const parameters: Parameters = [
    ...(words === '' ? [] : [['query', words] as const]),
    ['_fields', 'id,display_name,status_label'],
    ['_limit', '20'],
  ]
  const { data } = read(listSchema, await client.get('/lead/', parameters, { signal }))
  return known(leadSchema, data).map(toLead)
}

type ContactAnswer = z.output<typeof contactSchema>

function toContact({ id, display_name, name, lead_id, title }: ContactAnswer): Contact {
  return { id, name: display_name || name || id, leadId: lead_id, title }
}

/** The contacts of a lead. */
export async function fetchContacts(
  client: CloseClient,
  leadId: string,
  signal?: AbortSignal,
): Promise<readonly Contact[]> {
  const parameters: Parameters = [['lead_id', leadId]]
  return known(contactSchema, await fetchAll(client, '/contact/', parameters, signal)).map(toContact)
}

/** Everybody who can stand in an activity: active users by name, then those who left. */
export async function fetchUsers(client: CloseClient, signal?: AbortSignal): Promise<readonly User[]> {
  const [active, left] = await Promise.all([fetchActiveUsers(client, signal), fetchInactiveUsers(client, signal)])
  const ids = new Set(active.map(({ id }) => id))
  return [...active, ...left.filter(({ id }) => !ids.has(id))]
}

function byName(a: User, b: User): number {
  return a.name.localeCompare(b.name)
}

async function fetchActiveUsers(client: CloseClient, signal: AbortSignal | undefined): Promise<readonly User[]> {
  const people = known(personSchema, await fetchAll(client, '/user/', [], signal))
  return people
    .map((person) => ({ id: person.id, name: fullName(person), email: person.email, active: true }))
    .toSorted(byName)
}

/** `/user/` leaves out whoever left; the organization remembers them. Not every user may read it, and that is no error. */
async function fetchInactiveUsers(client: CloseClient, signal: AbortSignal | undefined): Promise<readonly User[]> {
  try {
    const { organization } = await fetchMe(client, signal)
    if (organization.id === '') return []
    const path = `/organization/${encodeURIComponent(organization.id)}/`
    const answer = await client.get(path, [['_fields', 'id,inactive_memberships']], { signal })
    const members = isRecord(answer) ? answer['inactive_memberships'] : []
    return known(memberSchema, Array.isArray(members) ? members : [])
      .map(toFormerUser)
      .toSorted(byName)
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof CloseError && (error.kind === 'forbidden' || error.kind === 'not-found')) return []
    throw error
  }
}

function toFormerUser(member: z.output<typeof memberSchema>): User {
  const { user_id: id, user_email: email, user_first_name, user_last_name, user_full_name } = member
  const name = user_full_name || fullName({ id, email, first_name: user_first_name, last_name: user_last_name })
  return { id, name, email, active: false }
}

export async function fetchCustomActivityTypes(
  client: CloseClient,
  signal?: AbortSignal,
): Promise<readonly CustomActivityType[]> {
  const types = known(typeSchema, await fetchAll(client, '/custom_activity/', [], signal))
  return types.map(({ id, name, is_archived, fields }) => ({
    id,
    name: name || id,
    archived: is_archived,
    fields: known(fieldSchema, fields),
  }))
}

export async function fetchOutcomes(client: CloseClient, signal?: AbortSignal): Promise<readonly Outcome[]> {
  return known(outcomeSchema, await fetchAll(client, '/outcome/', [], signal))
}

export async function fetchLeadStatuses(client: CloseClient, signal?: AbortSignal): Promise<readonly LeadStatus[]> {
  return known(statusSchema, await fetchAll(client, '/status/lead/', [], signal))
}
