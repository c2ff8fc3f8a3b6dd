import { activityTypeOf, listPath, type Resource, resources } from '#core/close/activity-types.ts'
import type { Call } from '#sandbox/call.ts'
import { readFields } from '#sandbox/fields.ts'
import { readListQuery, rowOf } from '#sandbox/query/list-query.ts'
import { selectRows } from '#sandbox/query/select.ts'
import { notFound, pathNotFound, Refusal } from '#sandbox/refusal.ts'
import { renderActivity } from '#sandbox/render/activity.ts'
import { kindOfResource } from '#sandbox/store/kinds.ts'
import { boundsOf, type Route, type RouteContext } from './context.ts'

const MAXIMUM_LIMIT = 100

/** The sixteen lists and their single activities, by path. */
export function activityRoutes(context: RouteContext): readonly (readonly [path: string, route: Route])[] {
  const lists = resources.map(
    (resource) => [listPath(resource), (call: Call) => list(resource, call, context)] as const,
  )
  const singles = resources.map(
    (resource) =>
      [
        `${listPath(resource)}:id/`,
        (call: Call, params: Readonly<Record<string, string>>) => single(resource, params['id'] ?? '', call, context),
      ] as const,
  )
  // "/activity/:id/" would take the lists' own paths, so it comes last.
  return [...lists, ...singles.toReversed()]
}

function list(resource: Resource, call: Call, context: RouteContext): unknown {
  const { world, strictness } = context
  const request = { resource, values: call.parameters, tzOffset: call.headers.get('x-tz-offset') }
  const reading = readListQuery(request, world, strictness, boundsOf(context, MAXIMUM_LIMIT))
  if (reading instanceof Refusal) return reading
  context.noteUnknown(call.path, reading.unknown)
  const { rows, hasMore } = selectRows(world.store, reading.query)
  const fields = readFields(reading.query.fields, strictness)
  const options = {
    threads: strictness.threadsInLists,
    strippedEmails: resource === '' && reading.query.threads === 'both',
    fields,
  }
  return { data: rows.map((row) => fields.pick(renderActivity(world, row, options))), has_more: hasMore }
}

function single(resource: Resource, id: string, call: Call, { world, strictness }: RouteContext): unknown {
  if (!id.startsWith('acti_')) return pathNotFound
  const row = rowOf(world, id)
  const kind = activityTypeOf(resource) === undefined || resource === '' ? null : kindOfResource(resource)
  if (row === null || (kind !== null && world.store.columns.kind[row] !== kind))
    return notFound(activityTypeOf(resource)?.type ?? 'Activity')
  const fields = readFields(call.parameters.get('_fields'), strictness)
  return fields.pick(renderActivity(world, row, { threads: 'emails', strippedEmails: false, fields }))
}
