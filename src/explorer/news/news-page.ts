/** What a look above the top of a list brought, and how it is put there. */
import { toRow, type ActivityRow } from '#core/activity/row.ts'
import type { ActivityPage, WireActivity } from '#core/close/wire.ts'
import type { Stream } from '#core/query/plan-types.ts'
import { parseTimestamp } from '#core/query/timestamp.ts'
import { advance, type Cursor, firstCursor, identityOf, type PageRequest, requestOf } from '#core/query/walk.ts'

/** The top of a list as it is held. */
export interface Top {
  /** Of the first page. */
  readonly rows: readonly ActivityRow[]
  readonly known: ReadonlySet<string>
  /** Seconds: the newest creation among them. Meetings are dated to when they begin, which may be years ahead. */
  readonly from: number | null
}

/** `known` are rows of the first pages: what is among them is no news. */
export function topOf(rows: readonly ActivityRow[], known: readonly ActivityRow[]): Top {
  const dates = rows.flatMap(({ type, dateCreated }) => {
    const seconds = type === 'Meeting' || dateCreated === null ? undefined : parseTimestamp(dateCreated)?.seconds
    return seconds === undefined ? [] : [seconds]
  })
  return {
    rows,
    known: new Set(known.flatMap(({ id }) => id ?? [])),
    from: dates.length === 0 ? null : Math.max(...dates),
  }
}

/** One request: the first page, no farther down than the newest row. */
export function newsRequest(stream: Stream, { from }: Top): PageRequest {
  const isHigher = from !== null && (stream.from === null || stream.from.at <= from)
  return requestOf(isHigher ? { ...stream, from: { at: from, inclusive: true } } : stream, firstCursor())
}

export interface News {
  readonly count: number
  /** There may be more, and between them and the list rows that were not asked for. */
  readonly isMore: boolean
  /** What the list has above it from now on: new rows, and known ones among them. */
  readonly head: readonly WireActivity[]
}

export const noNews: News = { count: 0, isMore: false, head: [] }

export function newsIn({ data, hasMore }: ActivityPage, { known }: Top): News {
  const isNew = (activity: WireActivity) => !known.has(identityOf(activity))
  const fresh = data.filter(isNew)
  return {
    count: fresh.length,
    isMore: hasMore && fresh.length === data.length,
    head: data.slice(0, data.findLastIndex(isNew) + 1),
  }
}

export interface Inserted {
  readonly rows: readonly ActivityRow[]
  /** The walk goes on from here below them. */
  readonly next: Cursor
  /** Of the page that was the first, the rows that are not above now. */
  readonly rest: readonly ActivityRow[]
}

/** Null when it cannot be told how the list goes on below the news. */
export function inserted(stream: Stream, { head }: News, { rows: old }: Top): Inserted | null {
  const step = advance(stream, firstCursor(), { data: head, hasMore: true })
  if (step.next === null || step.next.mode !== 'date') return null
  const rows = step.activities.map((activity, i) => toRow(activity, i))
  const above = new Set(rows.map(({ key }) => key))
  return { rows, next: step.next, rest: old.filter(({ key }) => !above.has(key)) }
}
