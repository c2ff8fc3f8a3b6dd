/**
 * What a look above the top of a list brings, and where it belongs.
 *
 * A list stands by its sorted date, and not all that is new stands at its top: meetings are dated to when they begin, so known ones
 * lie above the newest call, and there may be hundreds of them. A look therefore goes down to the newest row that was
 * created by now, however many pages that takes, and says that there may be more as long as it has not come there.
 */
import type { Keeps } from '#core/activity/refinements.ts'
import { toRow, type ActivityRow } from '#core/activity/row.ts'
import type { ActivityPage, WireActivity } from '#core/close/wire.ts'
import type { Stream } from '#core/query/plan-types.ts'
import { compareTimestamps, parseTimestamp, type Timestamp } from '#core/query/timestamp.ts'
import { advance, type Cursor, firstCursor, type PageRequest, requestOf } from '#core/query/walk.ts'
import type { Page, Run } from '#explorer/results/ledger.ts'

/** A list from its top down, as far as it is held without a gap, at the moment of a look. */
export interface Top {
  readonly pages: readonly Page[]
  /** The creation of every row held, by its id. */
  readonly known: ReadonlyMap<string, string | null>
  /** Seconds: nothing below is looked at. Null when all of the list is. */
  readonly from: number | null
  /** What stands here or below was not held, and so is no news. Null when the list is held to its end. */
  readonly floor: Timestamp | null
}

/** Null when the top of the list is not held. `now` is in seconds. */
export function topOf(pages: readonly Page[], now: number): Top | null {
  const [first] = pages
  const last = pages.at(-1)
  if (!first || !last || first.place.index !== 0) return null
  const { ledger } = first.place
  const isWhole = ledger.end === 'ended' && last.place.index === ledger.pageCount - 1
  const bottom = pages.findLast(({ rows }) => rows.length > 0)?.rows.at(-1)
  return {
    pages,
    known: new Map(
      pages.flatMap(({ rows }) => rows.flatMap((row) => (row.id === null ? [] : [[row.id, row.dateCreated] as const]))),
    ),
    from: newestCreation(pages, now) ?? lowestOf(first),
    floor: isWhole ? null : dateOf(bottom),
  }
}

/** Rows stand newest first. A date that lies ahead says nothing of when its row came to be, and neither does a meeting's. */
function newestCreation(pages: readonly Page[], now: number): number | null {
  for (const { rows } of pages) {
    for (const row of rows) {
      const date = row.type === 'Meeting' ? null : dateOf(row)
      if (date && date.seconds <= now) return date.seconds
    }
  }
  return null
}

/** In a list of nothing but meetings news can be anywhere: looked at is what the first page spans. */
function lowestOf({ rows }: Page): number | null {
  return dateOf(rows.findLast((row) => dateOf(row)))?.seconds ?? null
}

function dateOf(row: Pick<ActivityRow, 'dateCreated'> | undefined): Timestamp | null {
  return row && row.dateCreated !== null ? parseTimestamp(row.dateCreated) : null
}

/** A look that is on its way down: each step is one request. */
export interface Look {
  readonly top: Top
  /** The list, no farther down than where the look ends. */
  readonly stream: Stream
  /** Where it goes on; null when it has come to its end. */
  readonly cursor: Cursor | null
  /** What was answered, in order. */
  readonly answered: readonly WireActivity[]
  readonly steps: number
}

/** Requests of one look. What lies farther down is left to a refresh. */
const mostSteps = 10

export function beginLook(stream: Stream, top: Top): Look {
  const { from } = top
  const isHigher = from !== null && (stream.from === null || stream.from.at <= from)
  const upper = isHigher ? { ...stream, from: { at: from, inclusive: true } } : stream
  return { top, stream: upper, cursor: firstCursor(), answered: [], steps: 0 }
}

/** Null when there is nothing more to ask. */
export function requestOfLook({ stream, cursor, steps }: Look): PageRequest | null {
  return cursor && steps < mostSteps ? requestOf(stream, cursor) : null
}

/** Throws where the answer is none to this question. */
export function withPage(look: Look, page: ActivityPage): Look {
  const { stream, cursor, answered, steps } = look
  if (!cursor) return look
  const { activities, next, anomalies } = advance(stream, cursor, page)
  const halt = anomalies.find(({ kind }) => kind === 'stalled' || kind === 'outside-bounds')
  if (halt) throw new Error(`The answer is not of the rows above the list (${halt.kind}).`)
  return { ...look, cursor: next, answered: [...answered, ...activities], steps: steps + 1 }
}

export interface News {
  readonly count: number
  /** Of these, the rows that the refinements keep; null when nothing is refined. */
  readonly kept: number | null
  /** The look has not come to its end: there may be more. */
  readonly isMore: boolean
}

export const noNews: News = { count: 0, kept: null, isMore: false }

export function newsOf(look: Look, keeps: Keeps | null): News {
  const rows = judged(look).filter(({ isNew }) => isNew)
  return {
    count: rows.length,
    kept: keeps && rows.filter(({ row }) => keeps(row)).length,
    isMore: look.cursor !== null,
  }
}

interface Judged {
  readonly row: ActivityRow
  readonly date: Timestamp | null
  readonly isNew: boolean
}

function judged({ answered, top: { known, floor } }: Look): readonly Judged[] {
  return answered.map((activity) => {
    const row = toRow(activity)
    const date = dateOf(row)
    const isAbove = floor === null || (date !== null && compareTimestamps(date, floor) > 0)
    return { row, date, isNew: isAbove && isUnknown(row, known) }
  })
}

/** A conversation is dated to its latest message: with another date it has a new one. A row without an id cannot be told from those that are held. */
function isUnknown({ id, type, dateCreated }: ActivityRow, known: Top['known']): boolean {
  if (id === null) return false
  return !known.has(id) || (type === 'EmailThread' && known.get(id) !== dateCreated)
}

/** The first pages of a list with the news among their rows. */
export interface Placed {
  readonly pages: readonly (readonly ActivityRow[])[]
  readonly runs: readonly Run[]
}

/** Puts each new row where its date belongs. What was there stays, in its order. */
export function placed(look: Look): Placed {
  const { pages } = look.top
  const grown = new Map<number, ActivityRow[]>()
  const runs: { at: number; count: number }[] = []
  const passed = new Set<string>()
  let page = 0
  let at = 0
  let place = 0

  /** Goes down to the first row that does not stand above a date. */
  function goTo(date: Timestamp | null) {
    for (;;) {
      const rows = grown.get(page) ?? pages[page]?.rows ?? []
      const row = rows[at]
      if (row === undefined && page + 1 >= pages.length) return
      if (row === undefined) {
        page += 1
        at = 0
      } else if (standsAbove(row, date, passed)) {
        at += 1
        place += 1
      } else return
    }
  }

  for (const { row, date, isNew } of judged(look)) {
    if (row.id !== null && look.top.known.has(row.id)) passed.add(row.id)
    else if (isNew) {
      goTo(date)
      const rows = grown.get(page) ?? [...(pages[page]?.rows ?? [])]
      grown.set(page, rows.toSpliced(at, 0, row))
      const run = runs.at(-1)
      if (run && run.at + run.count === place) run.count += 1
      else runs.push({ at: place, count: 1 })
      at += 1
      place += 1
    }
  }
  return { pages: pages.slice(0, page + 1).map(({ rows }, index) => grown.get(index) ?? rows), runs }
}

/** Of one and the same moment, those that Close put above. */
function standsAbove(row: ActivityRow, date: Timestamp | null, passed: ReadonlySet<string>): boolean {
  const other = dateOf(row)
  if (!other || !date) return true
  const distance = compareTimestamps(other, date)
  return distance > 0 || (distance === 0 && row.id !== null && passed.has(row.id))
}
