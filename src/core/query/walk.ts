/**
 * Paging that loses nothing over a live list.
 *
 * Pages walk down the sorted date: ask for rows at or before a bound, take the last row's date, round it up to the next
 * whole second, ask again, and drop what was delivered. Deletions cannot shift anything, because nothing is skipped;
 * arrivals at the top lie above the bound. Where one second holds more than a page, the walk pages inside it by `_skip`,
 * overlapping rows it has already read and going back when it recognises none of them. `has_more` alone decides the end.
 *
 * A cursor is plain data that never changes, so any page can be asked for again.
 */
import type { ActivityPage, WireActivity } from '#core/close/wire.ts'
import { maxLimit, type SortField } from './activity-query.ts'
import type { Edge, EpochSeconds, Parameters, Stream } from './plan-types.ts'
import { compareTimestamps, formatInstant, parseTimestamp, roundUpToSecond, type Timestamp } from './timestamp.ts'

/** One GET: a path below `/api/v1` and its parameters in canonical order. */
export interface PageRequest {
  readonly path: string
  readonly parameters: Parameters
}

/** Ids read so far under one bound, newest page first. Shared between cursors, never changed. */
interface Read {
  readonly ids: readonly string[]
  readonly before: Read | null
}

export interface Cursor {
  /** Rows at or before this second are asked for; null asks from the top. */
  readonly bound: EpochSeconds | null
  /** Rows to pass over under that bound: more than 0 only inside a crowded second. */
  readonly skip: number
  /** Asks for the largest page, to get through a crowded second whatever the page size. */
  readonly wide: boolean
  /** The date of the last row delivered, with the ids of every delivered row of that very date. */
  readonly last: { readonly date: Timestamp; readonly ids: readonly string[] } | null
  /** What was read under this bound: the rows by which a skipped-to page is recognised. */
  readonly read: Read | null
  /** Rows delivered before this page. */
  readonly delivered: number
  /** Delivered rows that have no date to stand at. */
  readonly undated: readonly string[]
  /** `position`: the list is not in date order, so pages are told apart by ids. `undated`: only rows without a date remain. */
  readonly mode: 'date' | 'position' | 'undated'
  /** Empty pages in a row that promised more. */
  readonly empty: number
}

export type AnomalyKind =
  | 'out-of-order'
  | 'outside-bounds'
  | 'place-lost'
  | 'empty-page'
  | 'stalled'
  | 'no-id'
  | 'no-date'
  /** Close said that the list had ended, and a second look found more. */
  | 'ended-early'

/** Something an exact answer does not show. `count` rows were concerned. */
export interface Anomaly {
  readonly kind: AnomalyKind
  readonly count: number
}

export interface Step {
  /** New rows, in order. */
  readonly activities: readonly WireActivity[]
  /** Rows of the page that had been delivered before. */
  readonly repeated: number
  /** Where to go on; null at the end, and when the walk cannot go on (anomaly `stalled` or `outside-bounds`). */
  readonly next: Cursor | null
  readonly anomalies: readonly Anomaly[]
}

/** Rows re-read when paging inside a crowded second. */
const overlap = 20

/** Empty pages that promise more before the walk gives up. */
const patience = 2

export function firstCursor(): Cursor {
  return {
    bound: null,
    skip: 0,
    wide: false,
    last: null,
    read: null,
    delivered: 0,
    undated: [],
    mode: 'date',
    empty: 0,
  }
}

/** The request for a cursor's page. */
export function requestOf(stream: Stream, cursor: Cursor): PageRequest {
  return {
    path: stream.path,
    parameters: [
      ...stream.parameters,
      ...lowerBound(stream.sort, stream.from),
      ...upperBound(stream, cursor.bound),
      ['_limit', String(cursor.wide || cursor.skip > 0 ? maxLimit : stream.limit)],
      ...(cursor.skip > 0 ? [['_skip', String(cursor.skip)] as const] : []),
    ],
  }
}

function lowerBound(sort: SortField, from: Edge | null): Parameters {
  return from ? [[`${sort}__${from.inclusive ? 'gte' : 'gt'}`, formatInstant(from.at)]] : []
}

function upperBound({ sort, until }: Stream, bound: EpochSeconds | null): Parameters {
  if (until && (bound === null || bound >= until.at)) {
    return [[`${sort}__${until.inclusive ? 'lte' : 'lt'}`, formatInstant(until.at)]]
  }
  return bound === null ? [] : [[`${sort}__lte`, formatInstant(bound)]]
}

interface Entry {
  readonly activity: WireActivity
  readonly id: string
  readonly date: Timestamp | null
}

function toEntry(activity: WireActivity, sort: SortField): Entry {
  const date = activity[sort]
  return { activity, id: identityOf(activity), date: typeof date === 'string' ? parseTimestamp(date) : null }
}

function hasId(activity: WireActivity): boolean {
  return typeof activity['id'] === 'string' && activity['id'] !== ''
}

/** A row without an id is told apart by all of its content. */
export function identityOf(activity: WireActivity): string {
  return hasId(activity) ? String(activity['id']) : JSON.stringify(activity)
}

/** Takes in the page that a cursor's request brought: the new rows, and where to go on. */
export function advance(stream: Stream, cursor: Cursor, page: ActivityPage): Step {
  const entries = page.data.map((activity) => toEntry(activity, stream.sort))
  const outside = entries.filter(({ date }) => date !== null && isFarOutside(date, stream, cursor.bound)).length
  if (outside > 0) return stop([{ kind: 'outside-bounds', count: outside }])
  if (hasLostPlace(cursor, entries)) return stepBack(cursor, entries)
  if (entries.length === 0) return page.hasMore ? afterEmptyPage(cursor) : end(stream, cursor, [], 0, [])

  const disordered = countDisordered(entries)
  const mode = disordered > 0 && cursor.mode === 'date' ? 'position' : cursor.mode
  const within = entries.filter(({ date }) => date === null || isWithin(date, stream))
  const fresh = withoutRepeats(within.filter((entry) => isNew(entry, cursor, mode)))
  const anomalies = anomaliesOf(fresh, disordered, cursor.mode)
  const now = deliver(cursor, mode, fresh, entries)
  const repeated = entries.length - fresh.length
  if (!page.hasMore) return end(stream, now, fresh, repeated, anomalies)
  return { activities: fresh.map(activityOf), repeated, next: onwards(stream, now, entries), anomalies }
}

/**
 * Where one more look shows whether a walk that ended with this page has really come to the end: at the last row and below.
 * Null when there is nothing to look below.
 */
export function closingCursor(stream: Stream, cursor: Cursor, page: ActivityPage): Cursor | null {
  const entries = page.data.map((activity) => toEntry(activity, stream.sort))
  const within = entries.filter(({ date }) => date === null || isWithin(date, stream))
  const fresh = withoutRepeats(within.filter((entry) => isNew(entry, cursor, cursor.mode)))
  const now = deliver(cursor, cursor.mode, fresh, entries)
  if (now.mode !== 'date' || !now.last || countDisordered(entries) > 0) return null
  return { ...now, bound: roundUpToSecond(now.last.date), skip: 0, wide: false, read: null }
}

function activityOf(entry: Entry): WireActivity {
  return entry.activity
}

/** A server that ignores a bound. One that compares whole seconds only is less than a second off, and is put up with. */
function isFarOutside(date: Timestamp, { from, until }: Stream, bound: EpochSeconds | null): boolean {
  return (
    (from !== null && date.seconds + 1 < from.at) ||
    (until !== null && date.seconds > until.at) ||
    (bound !== null && date.seconds > bound)
  )
}

function isWithin(date: Timestamp, { from, until }: Stream): boolean {
  return (from === null || isBeyond(date, from, 1)) && (until === null || isBeyond(date, until, -1))
}

/** Whether a date lies on the edge's inner side: above it for direction 1, below it for −1. */
function isBeyond(date: Timestamp, edge: Edge, direction: 1 | -1): boolean {
  const distance = compareTimestamps(date, { seconds: edge.at, micros: 0 }) * direction
  return edge.inclusive ? distance >= 0 : distance > 0
}

/**
 * Rows that lasted keep their order, so one that was read before proves that nothing between it and this page is missing.
 * When more rows than the overlap were deleted above, none is recognised.
 */
function hasLostPlace(cursor: Cursor, entries: readonly Entry[]): boolean {
  return cursor.skip > 0 && cursor.read !== null && !entries.some(({ id }) => wasRead(cursor.read, id))
}

function wasRead(read: Read | null, id: string): boolean {
  for (let page = read; page; page = page.before) if (page.ids.includes(id)) return true
  return false
}

function stepBack(cursor: Cursor, entries: readonly Entry[]): Step {
  return {
    activities: [],
    repeated: 0,
    next: { ...cursor, skip: Math.max(0, cursor.skip - 2 * Math.max(overlap, entries.length)), wide: true },
    anomalies: [{ kind: 'place-lost', count: entries.length }],
  }
}

function countDisordered(entries: readonly Entry[]): number {
  let previous: Timestamp | null = null
  let count = 0
  for (const { date } of entries) {
    if (!date) continue
    if (previous && compareTimestamps(date, previous) > 0) count += 1
    previous = date
  }
  return count
}

/**
 * Every row above the last one delivered was in an earlier page if it existed then; one that shows up there now arrived
 * late, and delivering it would break the order.
 */
function isNew({ id, date }: Entry, cursor: Cursor, mode: Cursor['mode']): boolean {
  if (!date) return !cursor.undated.includes(id)
  if (mode === 'undated') return false
  if (mode === 'position' && cursor.mode === 'position') return !wasRead(cursor.read, id)
  if (!cursor.last) return true
  const distance = compareTimestamps(date, cursor.last.date)
  return distance < 0 || (distance === 0 && !cursor.last.ids.includes(id))
}

function withoutRepeats(entries: readonly Entry[]): readonly Entry[] {
  const seen = new Set<string>()
  return entries.filter(({ id }) => !seen.has(id) && seen.add(id))
}

function anomaliesOf(fresh: readonly Entry[], disordered: number, mode: Cursor['mode']): readonly Anomaly[] {
  const anomalies: Anomaly[] = [
    { kind: 'out-of-order', count: mode === 'date' ? disordered : 0 },
    { kind: 'no-id', count: fresh.filter(({ activity }) => !hasId(activity)).length },
    { kind: 'no-date', count: mode === 'undated' ? 0 : fresh.filter(({ date }) => !date).length },
  ]
  return anomalies.filter(({ count }) => count > 0)
}

/** The cursor with a page's rows delivered, still at that page's place. */
function deliver(cursor: Cursor, mode: Cursor['mode'], fresh: readonly Entry[], entries: readonly Entry[]): Cursor {
  const undated = fresh.filter(({ date }) => !date).map(({ id }) => id)
  return {
    ...cursor,
    mode,
    empty: 0,
    last: lastDelivered(cursor.last, fresh),
    read: { ids: entries.map(({ id }) => id), before: cursor.read },
    delivered: cursor.delivered + fresh.length,
    undated: undated.length > 0 ? [...cursor.undated, ...undated] : cursor.undated,
  }
}

function lastDelivered(last: Cursor['last'], fresh: readonly Entry[]): Cursor['last'] {
  const date = fresh.findLast((entry) => entry.date)?.date
  if (!date) return last
  const ids = fresh.filter((entry) => entry.date && compareTimestamps(entry.date, date) === 0).map(({ id }) => id)
  const goesOn = last !== null && compareTimestamps(last.date, date) === 0
  return { date, ids: goesOn ? [...last.ids, ...ids] : ids }
}

function onwards(stream: Stream, cursor: Cursor, entries: readonly Entry[]): Cursor {
  const lowest = entries.findLast(({ date }) => date)?.date
  if (cursor.mode === 'date' && lowest) {
    const bound = roundUpToSecond(lowest)
    if (isBelow(bound, cursor.bound)) return { ...cursor, bound, skip: 0, wide: false, read: null }
    if (!cursor.wide && cursor.skip === 0 && stream.limit < maxLimit) return { ...cursor, wide: true, read: null }
  }
  // A page of one row leaves nothing to overlap with.
  const again = Math.min(overlap, Math.floor(entries.length / 2))
  return { ...cursor, skip: cursor.skip + entries.length - again, read: again > 0 ? cursor.read : null }
}

function isBelow(bound: EpochSeconds, current: EpochSeconds | null): boolean {
  return current === null || bound < current
}

function afterEmptyPage(cursor: Cursor): Step {
  if (cursor.empty >= patience) return stop([{ kind: 'stalled', count: cursor.empty + 1 }])
  return {
    activities: [],
    repeated: 0,
    next: { ...cursor, empty: cursor.empty + 1 },
    anomalies: [{ kind: 'empty-page', count: 1 }],
  }
}

function stop(anomalies: readonly Anomaly[]): Step {
  return { activities: [], repeated: 0, next: null, anomalies }
}

/**
 * A bound on `activity_at` hides rows that have none. When nothing else bounds the query they belong to the answer, so the
 * walk ends with one look at the tail of the unbounded list.
 */
function end(
  stream: Stream,
  cursor: Cursor,
  fresh: readonly Entry[],
  repeated: number,
  anomalies: readonly Anomaly[],
): Step {
  const mayHideUndated =
    stream.sort === 'activity_at' && !stream.from && !stream.until && cursor.mode === 'date' && cursor.bound !== null
  const next: Cursor | null = mayHideUndated
    ? { ...cursor, mode: 'undated', bound: null, skip: Math.max(0, cursor.delivered - overlap), wide: true }
    : null
  return { activities: fresh.map(activityOf), repeated, next, anomalies }
}
