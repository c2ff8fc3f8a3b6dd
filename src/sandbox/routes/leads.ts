import type { Call } from '#sandbox/call.ts'
import { CONTACT_STRIDE } from '#sandbox/dataset/leads.ts'
import { readFields, readLeadFields } from '#sandbox/fields.ts'
import { notFound, Refusal } from '#sandbox/refusal.ts'
import { contactNumber, contactsOf, leadNumber, renderContact, renderLead } from '#sandbox/render/lead.ts'
import { pageOf, readSimpleList, type Route, type RouteContext } from './context.ts'
import { compileLeadQuery } from './lead-query.ts'

/** Leads allow larger pages than activities do (measured 2026). */
const LEADS_MAXIMUM_LIMIT = 200

export function leadRoutes(context: RouteContext): readonly (readonly [path: string, route: Route])[] {
  const { world, strictness } = context
  return [
    ['/lead/', (call) => listLeads(call, context)],
    [
      '/lead/:id/',
      (call, params) => {
        const lead = leadNumber(world, params['id'] ?? '')
        return lead === null
          ? notFound('Lead')
          : readLeadFields(call.parameters.get('_fields'), strictness).pick(renderLead(world, lead))
      },
    ],
    ['/contact/', (call) => listContacts(call, context)],
    [
      '/contact/:id/',
      (call, params) => {
        const contact = contactNumber(world, params['id'] ?? '')
        return contact === null
          ? notFound('Contact')
          : readFields(call.parameters.get('_fields'), strictness).pick(renderContact(world, contact))
      },
    ],
  ]
}

function listLeads(call: Call, context: RouteContext): unknown {
  const reading = readSimpleList(call, context, ['query', '_order_by'], LEADS_MAXIMUM_LIMIT)
  if (reading instanceof Refusal) return reading
  const { world } = context
  const matches = compileLeadQuery(reading.parameters.text('query') ?? '', world)
  const found = world.leads.flatMap((_, number) => (matches(number) ? [number] : []))
  const { data, has_more } = pageOf(found, reading.paging)
  const fields = readLeadFields(reading.parameters.text('_fields'), context.strictness)
  return { data: data.map((number) => fields.pick(renderLead(world, number))), has_more, total_results: found.length }
}

function listContacts(call: Call, context: RouteContext): unknown {
  const reading = readSimpleList(call, context, ['lead_id', 'id__in'])
  if (reading instanceof Refusal) return reading
  const { world } = context
  const leads =
    reading.parameters
      .list('lead_id')
      ?.map((id) => leadNumber(world, id))
      .filter((lead) => lead !== null) ?? null
  const ids =
    reading.parameters
      .list('id__in')
      ?.map((id) => contactNumber(world, id))
      .filter((contact) => contact !== null) ?? null
  const candidates = ids ?? (leads ?? world.leads.map((_, number) => number)).flatMap((lead) => contactsOf(world, lead))
  const found = candidates.filter((contact) => leads === null || leads.includes(Math.floor(contact / CONTACT_STRIDE)))
  const fields = readFields(reading.parameters.text('_fields'), context.strictness)
  const { data, has_more } = pageOf(found, reading.paging)
  return { data: data.map((contact) => fields.pick(renderContact(world, contact))), has_more }
}
