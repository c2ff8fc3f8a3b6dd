import { activityTypeOf } from '#core/close/activity-types.ts'
import { EMAIL, kindOfResource, THREAD } from '#sandbox/store/kinds.ts'
import type { SortedIndex } from '#sandbox/store/sorted-index.ts'
import type { Store } from '#sandbox/store/store.ts'
import type { ListQuery } from './list-query.ts'
import type { RowTest } from './row-tests.ts'
import type { Span } from './spans.ts'
import { matchesType } from './types.ts'

export interface Selection {
  readonly rows: readonly number[]
  /** Found by looking for one row more than asked, so it is exact. */
  readonly hasMore: boolean
}

/** The rows of one page, newest first. */
export function selectRows(store: Store, query: ListQuery): Selection {
  if (matchesNothing(query)) return { rows: [], hasMore: false }
  const { limit, skip } = query.paging
  const source = sourceOf(store, query)
  const test = conjunction(testsOf(store, query, source))
  const from = query.order === 'activity_at' ? query.activityAt : query.created
  const [low, high] = rangeOf(source.index, from, query.order === 'activity_at')
  const rows: number[] = []
  let left = skip
  let position = high - 1
  if (test === null) {
    position -= left
    left = 0
  }
  for (; position >= low && rows.length <= limit; position--) {
    const row = source.index.at(position)
    if (test !== null && !test(row)) continue
    if (left > 0) left--
    else rows.push(row)
  }
  return { rows: rows.slice(0, limit), hasMore: rows.length > limit }
}

/** Whether a filter names only what does not exist, so that no row need be looked at. */
function matchesNothing({ leads, users, contacts }: ListQuery): boolean {
  return [leads, users, contacts].some((set) => set?.size === 0)
}

interface Source {
  readonly index: Pick<SortedIndex, 'at' | 'length' | 'lowerBound'>
  /** Whether the index already answers for the list and its threads, and for the leads. */
  readonly answersList: boolean
  readonly answersLeads: boolean
}

function sourceOf(store: Store, query: ListQuery): Source {
  if (query.rows !== null)
    return { index: chosenRows(store, query, query.rows), answersList: false, answersLeads: false }
  const [lead, ...others] = query.leads ?? []
  if (lead !== undefined && others.length === 0) {
    const index = query.order === 'activity_at' ? store.ofLeadByActivity(lead) : store.ofLead(lead)
    return { index, answersList: false, answersLeads: true }
  }
  const kind = kindOfList(query)
  const index = kind === null ? store.mixed[query.threads] : store.byKind[kind]
  return { index: index ?? store.mixed.both, answersList: index !== undefined, answersLeads: query.leads === null }
}

/** Rows named by `id__in`, brought into order. */
function chosenRows(store: Store, query: ListQuery, rows: readonly number[]): Source['index'] {
  const keys = query.order === 'activity_at' ? store.columns.activityAt : store.columns.created
  const keyOf = (row: number): number => (Number.isNaN(keys[row]) ? -Infinity : (keys[row] ?? -Infinity))
  const ordered = [...new Set(rows)].toSorted((a, b) => (keyOf(a) === keyOf(b) ? a - b : keyOf(a) - keyOf(b)))
  return {
    length: ordered.length,
    at: (position) => ordered[position] ?? -1,
    lowerBound: (key) => ordered.filter((row) => keyOf(row) < key).length,
  }
}

function rangeOf(index: Source['index'], span: Span | null, byActivity: boolean): [low: number, high: number] {
  if (span === null) return [0, index.length]
  // A filter on activity_at leaves out what has none; those rows stand first, at -Infinity.
  const from = byActivity ? Math.max(span.from, -Number.MAX_VALUE) : span.from
  return [index.lowerBound(from), index.lowerBound(span.until)]
}

function testsOf(store: Store, query: ListQuery, source: Source): RowTest[] {
  const c = store.columns
  const tests: RowTest[] = []
  const kind = kindOfList(query)
  if (!source.answersList && kind !== null) tests.push((row) => c.kind[row] === kind)
  if (!source.answersList && kind === null && query.threads !== 'both') {
    const hidden = query.threads === 'messages' ? THREAD : EMAIL
    tests.push((row) => c.kind[row] !== hidden)
  }
  const { leads, users, contacts, types } = query
  if (leads !== null && !source.answersLeads) tests.push((row) => leads.has(c.lead[row] ?? -1))
  if (users !== null) tests.push((row) => users.has(c.user[row] ?? -1))
  if (contacts !== null) tests.push((row) => contacts.has(c.contact[row] ?? -1))
  if (types !== null) tests.push((row) => matchesType(types, c.kind[row] ?? -1, c.extra[row] ?? -1))
  const other = query.order === 'activity_at' ? query.created : query.activityAt
  if (other !== null) tests.push(spanTest(query.order === 'activity_at' ? 'created' : 'activityAt', other, store))
  return [...tests, ...query.tests]
}

function spanTest(column: 'created' | 'activityAt', { from, until }: Span, { columns }: Store): RowTest {
  return (row) => {
    const at = columns[column][row] ?? NaN
    return at >= from && at < until
  }
}

function conjunction(tests: readonly RowTest[]): RowTest | null {
  if (tests.length === 0) return null
  return (row) => tests.every((test) => test(row))
}

function kindOfList({ resource }: ListQuery): number | null {
  return resource === '' || activityTypeOf(resource) === undefined ? null : kindOfResource(resource)
}
