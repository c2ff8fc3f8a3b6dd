import type { Call } from '#sandbox/call.ts'
import { type CustomField, customFields, customTypes, firstFieldOf, outcomes } from '#sandbox/dataset/settings.ts'
import { readFields } from '#sandbox/fields.ts'
import { Refusal } from '#sandbox/refusal.ts'
import { organizationId, type Wire } from '#sandbox/render/common.ts'
import { ME, renderLeadStatuses, renderOpportunityStatuses, renderPipelines } from '#sandbox/render/organization.ts'
import { DAY, formatMoment, formatWithoutOffset, HOUR } from '#sandbox/time.ts'
import type { World } from '#sandbox/world.ts'
import { pageOf, readSimpleList, type Route, type RouteContext } from './context.ts'

/** What an administrator has set up. */
export function setupRoutes(context: RouteContext): readonly (readonly [path: string, route: Route])[] {
  const { world } = context
  const list =
    (items: () => readonly Wire[]): Route =>
    (call) =>
      listOf(items(), call, context)
  return [
    [
      '/status/lead/',
      list(() => renderLeadStatuses(world).map((status) => ({ ...status, organization_id: organizationId(world) }))),
    ],
    ['/status/opportunity/', list(() => renderOpportunityStatuses(world))],
    ['/pipeline/', list(() => renderPipelines(world))],
    ['/outcome/', list(() => renderOutcomes(world))],
    ['/custom_field/activity/', list(() => renderCustomFields(world))],
    // The types come all at once, without has_more.
    [
      '/custom_activity/',
      (call) => {
        const fields = readFields(call.parameters.get('_fields'), context.strictness)
        return { data: renderCustomTypes(world).map((type) => fields.pick(type)) }
      },
    ],
  ]
}

function listOf(items: readonly Wire[], call: Call, context: RouteContext): unknown {
  const reading = readSimpleList(call, context, [])
  if (reading instanceof Refusal) return reading
  const fields = readFields(reading.parameters.text('_fields'), context.strictness)
  const { data, has_more } = pageOf(items, reading.paging)
  return { data: data.map((item) => fields.pick(item)), has_more }
}

function renderOutcomes(world: World): Wire[] {
  return outcomes.map(({ name, type, applies_to }, i) => ({
    id: world.ids.encode('outcome', i),
    name,
    type,
    applies_to,
    description: null,
    organization_id: organizationId(world),
    ...made(world, i, formatMoment),
  }))
}

function renderCustomTypes(world: World): Wire[] {
  return customTypes.map(({ name, description, archived, fields }, type) => ({
    id: world.ids.encode('actitype', type),
    name,
    description,
    is_archived: archived,
    api_create_only: false,
    editable_with_roles: [],
    organization_id: organizationId(world),
    ...made(world, type, formatWithoutOffset),
    fields: fields.map((_, place) => fieldHead(world, firstFieldOf(type) + place)),
  }))
}

function renderCustomFields(world: World): Wire[] {
  return customFields.map(({ choices, customType }, field) => ({
    ...fieldHead(world, field),
    organization_id: organizationId(world),
    custom_activity_type_id: world.ids.encode('actitype', customType),
    ...(choices === undefined ? {} : { choices }),
    ...made(world, field, formatMoment),
  }))
}

function fieldHead(world: World, field: number): Wire {
  const { name, type, required, multiple, description }: CustomField = customFields[field] ?? { name: '', type: 'text' }
  return {
    id: world.ids.encode('cf', field),
    name,
    type,
    description: description ?? null,
    required: required ?? false,
    accepts_multiple_values: multiple ?? false,
    converting_to_type: null,
    editable_with_roles: [],
  }
}

function made(world: World, number: number, format: (moment: number) => string): Wire {
  const at = format(world.end - (1200 - number * 3) * DAY + 15 * HOUR + 16_795_350)
  return {
    created_by: world.ids.encode('user', ME),
    updated_by: world.ids.encode('user', ME),
    date_created: at,
    date_updated: at,
  }
}
