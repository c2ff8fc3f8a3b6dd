import { type Call, isRecord } from '#sandbox/call.ts'
import { fieldRefusal, Refusal } from '#sandbox/refusal.ts'
import type { Wire } from '#sandbox/render/common.ts'
import type { World } from '#sandbox/world.ts'
import type { RouteContext } from './context.ts'
import { folded, wordsOf } from './lead-query.ts'
import { contactsOf, renderContact, renderLead } from './leads.ts'

type Kind = 'lead' | 'contact'

/** One thing that a search may find. */
interface Candidate {
  readonly kind: Kind
  readonly number: number
  readonly id: string
  readonly name: string
  readonly title: string
}

type Condition = (candidate: Candidate) => boolean

const CURSOR_SECONDS = 30
const MOST = 10_000

/** `POST /data/search/`: advanced filtering for leads and contacts by type, id, and words of the name. */
export function search(call: Call, context: RouteContext): unknown {
  const body = call.body
  if (!isRecord(body)) return fieldRefusal({ query: 'This field is required.' })
  const condition = compile(body['query'])
  if (condition instanceof Refusal) return condition
  const kind: Kind = JSON.stringify(body['query']).includes('"object_type":"contact"') ? 'contact' : 'lead'
  const start = readCursor(body['cursor'], context.now())
  if (start instanceof Refusal) return start
  const limit = readLimit(body['_limit'])
  if (limit instanceof Refusal) return limit
  const found = candidates(context.world, kind)
    .filter(condition)
    .slice(0, typeof body['results_limit'] === 'number' ? body['results_limit'] : MOST)
  const end = start + limit
  return {
    data: found.slice(start, end).map((candidate) => render(context.world, candidate, body['_fields'])),
    cursor: end < found.length ? `${end}.${context.now()}` : null,
    ...(body['include_counts'] === true && { count: { limited: found.length, total: found.length } }),
  }
}

function candidates(world: World, kind: Kind): Candidate[] {
  return world.leads.flatMap((lead, number): Candidate[] => {
    if (kind === 'lead') return [{ kind, number, id: world.ids.encode('lead', number), name: lead.name, title: '' }]
    return contactsOf(world, number).map((contact) => {
      const { first = '', last = '', title = null } = world.contact(contact) ?? {}
      return {
        kind,
        number: contact,
        id: world.ids.encode('cont', contact),
        name: `${first} ${last}`,
        title: title ?? '',
      }
    })
  })
}

function render(world: World, { kind, number, id }: Candidate, fields: unknown): Wire {
  const wanted = isRecord(fields) ? fields[kind] : undefined
  const whole = Array.isArray(wanted)
    ? kind === 'lead'
      ? renderLead(world, number)
      : renderContact(world, number)
    : {}
  const named = Object.entries(whole).filter(([key]) => Array.isArray(wanted) && wanted.includes(key))
  return { __object_type: kind, id, ...Object.fromEntries(named) }
}

function compile(query: unknown): Condition | Refusal {
  if (!isRecord(query)) return fieldRefusal({ query: 'This field is required.' })
  const plain = compilePlain(query)
  if (plain instanceof Refusal || query['negate'] !== true) return plain
  return (candidate) => !plain(candidate)
}

function compilePlain(query: Record<string, unknown>): Condition | Refusal {
  switch (query['type']) {
    case 'and':
    case 'or':
      return compileGroup(query['type'], query['queries'])
    case 'match_all':
      return () => true
    case 'object_type':
      return (candidate) => candidate.kind === query['object_type']
    case 'id':
      return (candidate) => candidate.id === query['value']
    case 'text':
      return textCondition(query, (candidate) => candidate.name)
    case 'field_condition':
      return compileField(query['field'], query['condition'])
    default:
      return fieldRefusal({ query: `Unknown query type ${JSON.stringify(query['type'])}.` })
  }
}

function compileGroup(type: 'and' | 'or', queries: unknown): Condition | Refusal {
  const parts: Condition[] = []
  for (const query of Array.isArray(queries) ? queries : []) {
    const part = compile(query)
    if (part instanceof Refusal) return part
    parts.push(part)
  }
  if (parts.length === 0) return () => true
  return (candidate) =>
    type === 'and' ? parts.every((part) => part(candidate)) : parts.some((part) => part(candidate))
}

function compileField(field: unknown, condition: unknown): Condition | Refusal {
  const name = isRecord(field) ? field['field_name'] : undefined
  if (!isRecord(condition)) return fieldRefusal({ condition: 'This field is required.' })
  if (name === 'id' && condition['type'] === 'reference') {
    const ids = Array.isArray(condition['object_ids']) ? condition['object_ids'] : []
    return (candidate) => ids.includes(candidate.id)
  }
  if (condition['type'] !== 'text')
    return fieldRefusal({ condition: `The sandbox knows no ${JSON.stringify(condition['type'])} conditions.` })
  if (name === 'name' || name === 'display_name') return textCondition(condition, (candidate) => candidate.name)
  if (name === 'title') return textCondition(condition, (candidate) => candidate.title)
  return fieldRefusal({ field: `The sandbox cannot filter by ${JSON.stringify(name)}.` })
}

function textCondition(
  { mode = 'full_words', value }: Record<string, unknown>,
  textOf: (candidate: Candidate) => string,
): Condition {
  const text = typeof value === 'string' ? value : ''
  const words = wordsOf(text)
  return (candidate) => {
    const parts = wordsOf(textOf(candidate))
    if (mode === 'exact_value') return folded(textOf(candidate)) === folded(text)
    if (mode === 'phrase') return ` ${parts.join(' ')} `.includes(` ${words.join(' ')} `)
    return words.every((word) =>
      parts.some((part) => (mode === 'beginning_of_words' ? part.startsWith(word) : part === word)),
    )
  }
}

/** A cursor lives half a minute. */
function readCursor(cursor: unknown, now: number): number | Refusal {
  if (cursor === undefined || cursor === null) return 0
  const [, start, issued] = /^(\d+)\.(\d+)$/.exec(typeof cursor === 'string' ? cursor : '') ?? []
  if (start === undefined || now - Number(issued) > CURSOR_SECONDS * 1000)
    return fieldRefusal({ cursor: 'Expired cursor' })
  return Number(start)
}

function readLimit(limit: unknown): number | Refusal {
  if (limit === undefined) return 100
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 0)
    return fieldRefusal({ _limit: 'Input should be a valid integer' })
  return limit > 200 ? fieldRefusal({ _limit: 'Input should be less than or equal to 200' }) : limit
}
