/** One window of an export as it is walked: pages in, new rows and the next place out. */
import type { ActivityPage, WireActivity } from '#core/close/wire.ts'
import type { Edge, EpochSeconds, Stream, Window } from '#core/query/plan-types.ts'
import { parseTimestamp, type Timestamp } from '#core/query/timestamp.ts'
import { advance, closingCursor, type Anomaly, type Cursor } from '#core/query/walk.ts'
import type { Standing } from './windows.ts'

/** What a page brought. */
export interface Taken {
  readonly activities: readonly WireActivity[]
  readonly repeated: number
  readonly anomalies: readonly Anomaly[]
  /** Where the window goes on; null at its end. */
  readonly next: Cursor | null
}

export interface LiveWindow {
  piece: Window
  /** Null at the end. */
  cursor: Cursor | null
  /** Rows found so far. */
  found: number
  pages: number
  /** Whether the request under way only looks whether the list has really ended. */
  closing: boolean
  /** Pages in a row that brought nothing new. */
  dry: number
  /** How far the walk had come after its last pages. */
  readonly marks: { readonly found: number; readonly at: Timestamp }[]
}

/** Pages without a new row after which a walk is given up: its bound does not fall and no new ids come. */
const patience = 100

/** Pages from which the density is told. */
const recent = 4

export function newWindow(piece: Window, cursor: Cursor, found = 0): LiveWindow {
  return { piece, cursor, found, pages: 0, closing: false, dry: 0, marks: [] }
}

/**
 * Takes in the answer to what was asked at the window's cursor. The window may have been cut meanwhile: then rows below the cut
 * are left to the window there.
 */
export function takePage(window: LiveWindow, asked: Stream, cursor: Cursor, page: ActivityPage): Taken {
  const step = advance(asked, cursor, page)
  const cut = window.piece.from === asked.from ? null : window.piece.from
  const activities = cut ? step.activities.filter((activity) => isAbove(activity, asked, cut)) : step.activities
  const hasCrossed = activities.length < step.activities.length
  const anomalies = [...step.anomalies]
  const fresh = activities.length
  if (window.closing && fresh > 0) anomalies.push({ kind: 'ended-early', count: fresh })
  if (fresh > 0) window.closing = false
  window.dry = fresh > 0 ? 0 : window.dry + 1
  window.found += fresh
  window.pages += 1
  mark(window, asked, activities)
  window.cursor = hasCrossed ? null : (step.next ?? closing(window, asked, cursor, page, anomalies))
  if (window.cursor && window.dry >= patience) {
    anomalies.push({ kind: 'stalled', count: window.dry })
    window.cursor = null
  }
  return { activities, repeated: step.repeated, anomalies, next: window.cursor }
}

/** The second look at the end. There is none where the walk had to stop, and none after one that found nothing. */
function closing(
  window: LiveWindow,
  asked: Stream,
  cursor: Cursor,
  page: ActivityPage,
  anomalies: readonly Anomaly[],
): Cursor | null {
  if (window.closing || anomalies.some(({ kind }) => kind === 'stalled' || kind === 'outside-bounds')) return null
  const look = closingCursor(asked, cursor, page)
  window.closing = look !== null
  return look
}

function isAbove(activity: WireActivity, { sort }: Stream, { at }: Edge): boolean {
  const date = dateOf(activity, sort)
  return date === null || date.seconds >= at
}

function mark(window: LiveWindow, { sort }: Stream, activities: readonly WireActivity[]): void {
  const first = activities[0] && dateOf(activities[0], sort)
  const last = activities.at(-1) && dateOf(activities.at(-1) ?? {}, sort)
  if (!first || !last) return
  if (window.marks.length === 0) window.marks.push({ found: window.found - activities.length, at: first })
  window.marks.push({ found: window.found, at: last })
  if (window.marks.length > recent) window.marks.shift()
}

function dateOf(activity: WireActivity, sort: Stream['sort']): Timestamp | null {
  const date = activity[sort]
  return typeof date === 'string' ? parseTimestamp(date) : null
}

export function standingOf({ piece, marks, pages, closing, cursor }: LiveWindow): Standing {
  const first = marks[0]
  const last = marks.at(-1)
  const isOpen = cursor !== null && cursor.mode === 'date' && !closing
  if (!first || !last || !isOpen) return { piece, pages, reached: null, density: 0 }
  const seconds = first.at.seconds - last.at.seconds + (first.at.micros - last.at.micros) / 1e6
  return { piece, pages, reached: last.at.seconds, density: (last.found - first.found) / Math.max(seconds, 1e-3) }
}

export function reachedOf({ marks }: LiveWindow): EpochSeconds | null {
  return marks.at(-1)?.at.seconds ?? null
}
