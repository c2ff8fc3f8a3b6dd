import type { Call } from '#sandbox/call.ts'
import { activeUsers, plain, users } from '#sandbox/dataset/organization.ts'
import { readFields } from '#sandbox/fields.ts'
import { errorRefusal, notFound, Refusal } from '#sandbox/refusal.ts'
import { organizationId } from '#sandbox/render/common.ts'
import { renderMe, renderOrganization, renderUser } from '#sandbox/render/organization.ts'
import { pageOf, readSimpleList, type Route, type RouteContext } from './context.ts'

export function peopleRoutes(context: RouteContext): readonly (readonly [path: string, route: Route])[] {
  const { world, strictness } = context
  return [
    ['/me/', (call) => readFields(call.parameters.get('_fields'), strictness).pick(renderMe(world))],
    ['/user/', (call) => listUsers(call, context)],
    [
      '/user/:id/',
      (call, params) => {
        const user = world.ids.decode('user', params['id'] ?? '')
        if (user === null || user >= users.length) return notFound('User')
        return readFields(call.parameters.get('_fields'), strictness).pick(renderUser(world, user))
      },
    ],
    [
      '/organization/:id/',
      (call, params) => {
        if (params['id'] !== organizationId(world))
          return errorRefusal(403, 'You do not have access to this organization.')
        return readFields(call.parameters.get('_fields'), strictness).pick(renderOrganization(world))
      },
    ],
  ]
}

/** Active people only, by name; two orders are known and others ignored. */
function listUsers(call: Call, context: RouteContext): unknown {
  const reading = readSimpleList(call, context, ['_order_by'])
  if (reading instanceof Refusal) return reading
  const byLast = reading.parameters.text('_order_by') === 'last_name,first_name'
  const key = (u: number): string => {
    const { first, last } = users[u] ?? { first: '', last: '' }
    return byLast ? `${last} ${first}` : `${first} ${last}`
  }
  const numbers = users
    .slice(0, activeUsers)
    .map((_, u) => u)
    .toSorted((a, b) => compareTexts(plain(key(a)), plain(key(b))))
  const { data, has_more } = pageOf(numbers, reading.paging)
  const fields = readFields(reading.parameters.text('_fields'), context.strictness)
  return { data: data.map((u) => fields.pick(renderUser(context.world, u))), has_more }
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
