/** Every parameter of a link, in canonical order: how it is spelled, read and written. */
import { isColumnId } from '#core/activity/columns.ts'
import {
  maxLimit,
  ranges,
  type ActivityQuery,
  type Comparison,
  type EmailThreads,
  type SortField,
} from './activity-query.ts'
import { readDate } from './date-text.ts'
import {
  idReader,
  isResource,
  notUnderstood,
  readDirection,
  readField,
  readLimit,
  readLoadedText,
  readRange,
  readResource,
  readStatus,
  readType,
  readZone,
  understood,
  wordReader,
  type Reader,
} from './readers.ts'

export type ListKey =
  | 'leadIds'
  | 'userIds'
  | 'contactIds'
  | 'types'
  | 'ids'
  | 'customActivityTypeIds'
  | 'fields'
  | 'columns'
  | 'loadedDirections'
  | 'loadedStatuses'
  | 'loadedOutcomes'
  | 'loadedNotTypes'

/** A comma list. Several of one name are joined, and each value is read for itself. */
export interface ListParameter {
  readonly kind: 'list'
  readonly name: string
  /** Other spellings that are accepted. */
  readonly aliases: readonly string[]
  readonly key: ListKey
  readonly read: Reader
}

/** One value. Given twice with different values, none applies. */
export interface SingleParameter {
  readonly kind: 'single'
  readonly name: string
  readonly aliases: readonly string[]
  readonly read: Reader
  /** `text` is what `read` answered. */
  readonly apply: (query: ActivityQuery, text: string) => ActivityQuery
  /** null where the query holds the default. */
  readonly write: (query: ActivityQuery) => string | null
  /** Why an understood value cannot apply beside the rest of the query. */
  readonly clash?: (query: ActivityQuery) => string | null
}

export type Parameter = ListParameter | SingleParameter

export const comparisons: readonly Comparison[] = ['gte', 'gt', 'lt', 'lte']
export const sortFields: readonly SortField[] = ['date_created', 'activity_at']

/** What belongs to this program and is not sent to Close. */
export const pageParameters: readonly string[] = [
  'source',
  'resource',
  'range',
  'tz',
  'loaded.text',
  'loaded.direction',
  'loaded.status',
  'loaded.outcome',
  'loaded.not_type',
  'cols',
  'open',
  'v',
  'cut',
]

const readSource = wordReader(new Map([['close', 'close']]), 'The source is close, or not given for the sandbox.')

const readSort = wordReader(
  new Map([
    ['-activity_at', '-activity_at'],
    ['-date_created', '-date_created'],
  ]),
  'Close sorts by -date_created or -activity_at, newest first.',
)

const readThreads = wordReader(
  new Map([
    ['true', 'true'],
    ['only', 'only'],
  ]),
  'The email threads setting is true, only, or not given.',
)

const threadWords: { readonly [T in EmailThreads]: string | null } = { messages: null, both: 'true', only: 'only' }

const readVersion: Reader = (text) =>
  text === '1' ? understood(text) : notUnderstood('This link was written by a newer version of this page.')

const readColumn: Reader = (text) => (isColumnId(text) ? understood(text) : notUnderstood('There is no such column.'))

function list(key: ListKey, name: string, aliases: readonly string[], read: Reader): ListParameter {
  return { kind: 'list', name, aliases, key, read }
}

function single(
  name: string,
  read: Reader,
  apply: SingleParameter['apply'],
  write: SingleParameter['write'],
): SingleParameter {
  return { kind: 'single', name, aliases: [], read, apply, write }
}

function bound(field: SortField, comparison: Comparison): SingleParameter {
  return single(
    `${field}__${comparison}`,
    readDate,
    (query, text) => ({
      ...query,
      bounds: { ...query.bounds, [field]: { ...query.bounds[field], [comparison]: text } },
    }),
    (query) => query.bounds[field][comparison] ?? null,
  )
}

export function hasBounds(query: ActivityQuery): boolean {
  return sortFields.some((field) => Object.keys(query.bounds[field]).length > 0)
}

const range: SingleParameter = {
  ...single(
    'range',
    readRange,
    (query, text) => ({ ...query, range: ranges.find((r) => r === text) ?? null }),
    (query) => query.range,
  ),
  clash: (query) => (hasBounds(query) ? 'Dates are given; a period beside them is not applied.' : null),
}

export const parameters: readonly Parameter[] = [
  single(
    'source',
    readSource,
    (query) => ({ ...query, source: 'close' }),
    (query) => (query.source === 'close' ? 'close' : null),
  ),
  single(
    'resource',
    readResource,
    (query, text) => (isResource(text) ? { ...query, resource: text } : query),
    (query) => query.resource || null,
  ),
  list('leadIds', 'lead_id', ['lead_id__in'], idReader('lead', 'a lead')),
  list('userIds', 'user_id__in', ['user_id'], idReader('user', 'a user')),
  list('contactIds', 'contact_id__in', ['contact_id'], idReader('cont', 'a contact')),
  list('types', '_type__in', ['_type'], readType),
  list('ids', 'id__in', [], idReader('acti', 'an activity')),
  list(
    'customActivityTypeIds',
    'custom_activity_type_id__in',
    ['custom_activity_type_id'],
    idReader('actitype', 'a custom activity type'),
  ),
  single(
    'organization_id',
    idReader('orga', 'an organization'),
    (query, text) => ({ ...query, organizationId: text }),
    (query) => query.organizationId,
  ),
  single(
    '_order_by',
    readSort,
    (query, text) => ({ ...query, sort: text === '-activity_at' ? 'activity_at' : 'date_created' }),
    (query) => (query.sort === 'activity_at' ? '-activity_at' : null),
  ),
  single(
    'thread_emails',
    readThreads,
    (query, text) => ({ ...query, emailThreads: text === 'only' ? 'only' : 'both' }),
    (query) => threadWords[query.emailThreads],
  ),
  list('fields', '_fields', [], readField),
  single(
    '_limit',
    readLimit,
    (query, text) => ({ ...query, limit: Number(text) }),
    (query) => (query.limit === maxLimit ? null : String(query.limit)),
  ),
  ...sortFields.flatMap((field) => comparisons.map((comparison) => bound(field, comparison))),
  range,
  single(
    'tz',
    readZone,
    (query, text) => ({ ...query, timeZone: text }),
    (query) => query.timeZone,
  ),
  single(
    'loaded.text',
    readLoadedText,
    (query, text) => ({ ...query, loadedText: text }),
    (query) => query.loadedText,
  ),
  list('loadedDirections', 'loaded.direction', [], readDirection),
  list('loadedStatuses', 'loaded.status', [], readStatus),
  list('loadedOutcomes', 'loaded.outcome', [], idReader('outcome', 'an outcome')),
  list('loadedNotTypes', 'loaded.not_type', [], readType),
  list('columns', 'cols', [], readColumn),
  single(
    'open',
    idReader('acti', 'an activity'),
    (query, text) => ({ ...query, open: text }),
    (query) => query.open,
  ),
  single(
    'v',
    readVersion,
    (query) => query,
    () => null,
  ),
]

const byName = new Map(parameters.flatMap((p) => [p.name, ...p.aliases].map((name) => [name, p] as const)))

export function parameterNamed(name: string): Parameter | undefined {
  return byName.get(name)
}
