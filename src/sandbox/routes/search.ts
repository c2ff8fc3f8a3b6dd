import { type Call, isRecord } from '#sandbox/call.ts'
import { fieldRefusal, Refusal } from '#sandbox/refusal.ts'
import type { Wire } from '#sandbox/render/common.ts'
import { contactsOf, renderContact, renderLead } from '#sandbox/render/lead.ts'
import type { World } from '#sandbox/world.ts'
import type { RouteContext } from './context.ts'
import { type Candidate, compile, type Kind } from './search-query.ts'

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
