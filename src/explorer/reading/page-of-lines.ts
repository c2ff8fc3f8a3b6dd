/** A list as pages of rows that stand by themselves, and a page as days. The messages of an open conversation go with it. */
import type { ActivityRow } from '#core/activity/row.ts'
import type { Outline } from '#explorer/results/outline.ts'

export const pageLength = 200

/** Lines from `first` up to, and without, `until`. */
export interface Span {
  readonly first: number
  readonly until: number
}

export function pagesIn({ topCount }: Pick<Outline, 'topCount'>): number {
  return Math.max(1, Math.ceil(topCount / pageLength))
}

export function spanOf(outline: Outline, page: number): Span {
  const first = lineOfTop(outline, page * pageLength)
  return { first, until: lineOfTop(outline, (page + 1) * pageLength) }
}

/** The page on which a line stands. */
export function pageOf(outline: Outline, index: number): number {
  return Math.floor(topOfLine(outline, index) / pageLength)
}

function topOfLine(outline: Outline, index: number): number {
  const before = index - outline.messagesBefore(index)
  return outline.lineAt(index).message === null ? before : before - 1
}

/** The line of a row, by the rows above it. */
function lineOfTop(outline: Outline, top: number): number {
  if (top >= outline.topCount) return outline.lineCount
  let low = top
  let high = outline.lineCount - 1
  // The first line that has as many rows at or above it.
  while (low < high) {
    const middle = (low + high) >> 1
    if (topOfLine(outline, middle) < top) low = middle + 1
    else high = middle
  }
  return low
}

export interface Day {
  /** `2026-11-28`; null for rows that have no date, or are being asked for. */
  readonly day: string | null
  readonly lines: readonly number[]
}

/** Lines that follow each other on one day. A message belongs to the day of its conversation. */
export function daysOf(
  span: Span,
  outline: Outline,
  rowAt: (index: number) => ActivityRow | null,
  dayOf: (row: ActivityRow) => string | null,
): readonly Day[] {
  const days: { day: string | null; lines: number[] }[] = []
  for (let index = span.first; index < span.until; index += 1) {
    const open = days.at(-1)
    const row = outline.lineAt(index).message === null ? rowAt(index) : null
    // What is still to come joins what stands above it: it would otherwise be a heading for a moment.
    const day = row ? dayOf(row) : (open?.day ?? null)
    if (open?.day === day) open.lines.push(index)
    else days.push({ day, lines: [index] })
  }
  return days
}
