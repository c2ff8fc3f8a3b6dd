/**
 * How a period is divided among workers. Whoever walks the lowest window has seen how dense its rows are there, so it is cut
 * where it will have read enough, and the next worker begins below. So no request is spent on learning where rows are, the lowest
 * window stays open as long as nobody knows where the list begins, and a gap of years is one request.
 */
import type { EpochSeconds, Window } from '#core/query/plan-types.ts'

export interface Tuning {
  /** Rows a page: the largest that Close sends. */
  readonly pageRows: number
  /** Pages of a usual window. Each window costs half a page and a closing look. */
  readonly windowPages: number
  /** Pages below which dividing costs more than it gains. */
  readonly leastPages: number
  /** Windows under way for each worker, with those that wait to be written. */
  readonly ahead: number
  /** Characters that wait to be written, beyond which only the newest window is read on. */
  readonly waiting: number
  /** Pages between two checkpoints, and milliseconds. */
  readonly checkpointPages: number
  readonly checkpointMs: number
}

export const usualTuning: Tuning = {
  pageRows: 100,
  windowPages: 32,
  leastPages: 12,
  ahead: 2,
  waiting: 24_000_000,
  checkpointPages: 20,
  checkpointMs: 2000,
}

/** A window under way. */
export interface Standing {
  readonly piece: Window
  /** The second that the walk has come down to; null before its first page. */
  readonly reached: EpochSeconds | null
  /** Rows a second, as of late. */
  readonly density: number
  /** Pages read. */
  readonly pages: number
}

/** The rows above a whole second and at it, and the rows below: every row lies in exactly one of the two. */
export function cutAt({ from, until }: Window, at: EpochSeconds): readonly [upper: Window, lower: Window] {
  return [
    { from: { at, inclusive: true }, until },
    { from, until: { at, inclusive: false } },
  ]
}

/** The second at which a window is best cut so that somebody else can begin below; null when it is not worth it. */
export function placeToCut(standing: Standing, isLowest: boolean, tuning: Tuning): EpochSeconds | null {
  const { piece, reached, density, pages } = standing
  if (reached === null || density <= 0) return null
  const left = pagesLeft(standing, tuning)
  const { windowPages, leastPages } = tuning
  if (left < 2 * leastPages || (!isLowest && left < 1.5 * windowPages)) return null
  const kept = Math.min(Math.max(leastPages, isLowest ? windowPages - pages : windowPages), left / 2)
  return within(piece, reached, Math.floor(reached - (kept * tuning.pageRows) / density))
}

/** Where to cut when no window is left to begin and somebody has nothing to do. */
export function placeToShare(standing: Standing, tuning: Tuning): EpochSeconds | null {
  const { piece, reached, density } = standing
  if (reached === null || density <= 0 || piece.from === null) return null
  const left = pagesLeft(standing, tuning)
  if (left < 2 * tuning.leastPages) return null
  return within(piece, reached, Math.floor(reached - ((left / 2) * tuning.pageRows) / density))
}

/** An estimate; infinite where nobody knows where the list begins. */
function pagesLeft({ piece, reached, density }: Standing, { pageRows }: Tuning): number {
  if (piece.from === null || reached === null) return Infinity
  return (Math.max(0, reached - piece.from.at) * density) / pageRows
}

/** Only between where the walk is and where the window ends; not before 1970, where dates are mistakes. */
function within({ from }: Window, reached: EpochSeconds, at: EpochSeconds): EpochSeconds | null {
  return at > (from?.at ?? 0) && at < reached ? at : null
}
