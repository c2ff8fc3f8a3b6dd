import type { Resource } from '#core/close/activity-types.ts'
import { users } from '#sandbox/dataset/organization.ts'
import type { Ids } from '#sandbox/ids.ts'
import type { Refusal } from '#sandbox/refusal.ts'
import type { ThreadForm } from '#sandbox/store/store.ts'
import type { Strictness } from '#sandbox/strictness.ts'
import type { World } from '#sandbox/world.ts'
import { organizationId } from '#sandbox/render/common.ts'
import { checkConstraints } from './constraints.ts'
import { documentedParameters } from './lists.ts'
import { type Paging, type PagingBounds, readPaging } from './paging.ts'
import { Parameters } from './parameters.ts'
import { Problems } from './problems.ts'
import { comparisons, readSpan, readZone, type Span } from './spans.ts'
import { type RowTest, readRowTests } from './row-tests.ts'
import { readTypes, type TypeFilter } from './types.ts'

/** What a list was asked for, in numbers instead of ids. A null filter was not given; an empty set matches nothing. */
export interface ListQuery {
  readonly resource: Resource
  readonly paging: Paging
  readonly fields: string | null
  readonly threads: ThreadForm
  readonly order: 'date_created' | 'activity_at'
  readonly created: Span | null
  readonly activityAt: Span | null
  readonly rows: readonly number[] | null
  readonly leads: ReadonlySet<number> | null
  readonly users: ReadonlySet<number> | null
  readonly contacts: ReadonlySet<number> | null
  readonly types: TypeFilter | null
  readonly tests: readonly RowTest[]
}

export interface ListRequest {
  readonly resource: Resource
  readonly values: URLSearchParams
  readonly tzOffset: string | null
}

export interface ListReading {
  readonly query: ListQuery
  /** Parameters that the list does not document. */
  readonly unknown: readonly string[]
}

/** Reads a list's parameters, or says why the list refuses them. */
export function readListQuery(
  request: ListRequest,
  world: World,
  strictness: Strictness,
  bounds: PagingBounds,
): ListReading | Refusal {
  const problems = new Problems()
  const documented = documentedParameters(request.resource)
  const unknown = [...new Set(request.values.keys())].filter((name) => !documented.has(name))
  if (strictness.unknownParameters === 'refuse')
    for (const name of unknown) problems.field(name, 'Extra inputs are not permitted')
  const known = new URLSearchParams([...request.values].filter(([name]) => documented.has(name)))
  const parameters = new Parameters(known, problems, strictness)
  checkConstraints(request.resource, parameters, problems, strictness)
  const zone = readZone(request.tzOffset, problems, strictness)
  const query: ListQuery = {
    resource: request.resource,
    paging: readPaging(parameters, problems, bounds),
    fields: parameters.text('_fields'),
    threads: readThreadForm(parameters, problems, strictness),
    order: parameters.text('_order_by') === '-activity_at' ? 'activity_at' : 'date_created',
    created: readSpan('date_created', comparisons, parameters, problems, strictness, zone),
    activityAt: readSpan('activity_at', comparisons, parameters, problems, strictness, zone),
    rows: readIds(parameters.list('id__in'), (id) => rowOf(world, id)),
    leads: both(
      readSet('lead_id', parameters, leadDecoder(world.ids)),
      readSet('lead_id__in', parameters, leadDecoder(world.ids)),
    ),
    users: both(
      readSet('user_id', parameters, userDecoder(world.ids)),
      readSet('user_id__in', parameters, userDecoder(world.ids)),
    ),
    contacts: both(
      readSet('contact_id', parameters, contactDecoder(world.ids)),
      readSet('contact_id__in', parameters, contactDecoder(world.ids)),
    ),
    types: readTypes(parameters, problems, strictness, world.ids),
    tests: [...readOrganization(parameters, world), ...readRowTests(parameters, problems, strictness, zone, world)],
  }
  return problems.refusal() ?? { query, unknown }
}

/** The row of an activity's id; null when there is none or it was deleted. */
export function rowOf(world: World, id: string): number | null {
  const row = world.ids.decode('acti', id)
  return row !== null && row < world.store.columns.length && world.store.isAlive(row) ? row : null
}

function readThreadForm(parameters: Parameters, problems: Problems, strictness: Strictness): ThreadForm {
  const text = parameters.text('thread_emails')
  if (text === 'true') return 'both'
  if (text === 'only') return 'threads'
  if (text !== null && strictness.unknownThreadEmails === 'refuse')
    problems.field('thread_emails', "Input should be 'true' or 'only'")
  return 'messages'
}

type Decoder = (id: string) => number | null

const leadDecoder =
  (ids: Ids): Decoder =>
  (id) =>
    ids.decode('lead', id)

const userDecoder =
  (ids: Ids): Decoder =>
  (id) => {
    const user = ids.decode('user', id)
    return user !== null && user < users.length ? user : null
  }

const contactDecoder =
  (ids: Ids): Decoder =>
  (id) =>
    ids.decode('cont', id)

function readSet(name: string, parameters: Parameters, decode: Decoder): ReadonlySet<number> | null {
  const numbers = readIds(parameters.list(name), decode)
  return numbers === null ? null : new Set(numbers)
}

function readIds(ids: readonly string[] | null, decode: Decoder): readonly number[] | null {
  return ids === null ? null : ids.map(decode).filter((number) => number !== null)
}

/** `lead_id` and `lead_id__in` both count when both are given. */
function both(a: ReadonlySet<number> | null, b: ReadonlySet<number> | null): ReadonlySet<number> | null {
  if (a === null || b === null) return a ?? b
  return new Set([...a].filter((number) => b.has(number)))
}

function readOrganization(parameters: Parameters, world: World): RowTest[] {
  const id = parameters.text('organization_id')
  return id === null || id === organizationId(world) ? [] : [() => false]
}
