/**
 * The lines of the table. Without conversations they are the rows as they came. With them, rows that stand under a thread
 * are left out, and an open conversation has its messages as lines below it. Every line is of one height.
 */

/** A line without its number, which changes when a conversation above it opens. */
export interface Line {
  /** The number of the row among the rows as they came; of a message, that of its thread. */
  readonly row: number
  /** Messages of its conversation above it; null for the row itself. */
  readonly message: number | null
}

/** An open conversation: its row's number, and how many lines it has below it. */
export interface Opened {
  readonly row: number
  readonly lines: number
}

export interface Outline {
  readonly lineCount: number
  /** Lines that are no messages: what a reader counts. */
  readonly topCount: number
  readonly lineAt: (index: number) => Line
  /** Null when there is no such line. */
  readonly indexOf: (line: Line) => number | null
  /** Where a line is, or what stands in its place: for a message that is gone the last one left of its conversation, else the row after. */
  readonly nearest: (line: Line) => number
  /** Message lines before a line. */
  readonly messagesBefore: (index: number) => number
}

/** `tops` are the numbers of the rows that stand by themselves, in order; null when all do. */
export function outlineOf(rowCount: number, tops: readonly number[] | null, opened: readonly Opened[]): Outline {
  const topCount = tops?.length ?? rowCount
  const rowOf = (top: number) => (tops ? (tops[top] ?? -1) : top < rowCount ? top : -1)
  const topOf = (row: number) => (tops ? placeIn(tops, row) : row)
  const spans = spansOf(opened, topOf, rowOf)
  const last = spans.at(-1)

  /** The open conversation at or before a line. */
  function spanAt(index: number): Span | undefined {
    return spans.findLast(({ start }) => start <= index)
  }

  function indexOf({ row, message }: Line): number | null {
    const top = topOf(row)
    if (rowOf(top) !== row) return null
    const span = spans.findLast((each) => each.top <= top)
    if (message !== null) return span?.top === top && message < span.lines ? span.start + 1 + message : null
    if (!span) return top
    return top + span.before + (span.top === top ? 0 : span.lines)
  }

  return {
    topCount,
    lineCount: topCount + (last ? last.before + last.lines : 0),
    lineAt: (index) => {
      const span = spanAt(index)
      if (!span) return { row: rowOf(index), message: null }
      const below = index - span.start
      if (below === 0) return { row: span.row, message: null }
      if (below <= span.lines) return { row: span.row, message: below - 1 }
      return { row: rowOf(index - span.before - span.lines), message: null }
    },
    indexOf,
    nearest: ({ row, message }) => {
      const top = Math.min(topOf(row), topCount - 1)
      const start = indexOf({ row: rowOf(top), message: null }) ?? 0
      const lines = spans.find((each) => each.row === row)?.lines ?? 0
      return message === null ? start : start + Math.min(message + 1, lines)
    },
    messagesBefore: (index) => {
      const span = spanAt(index)
      return span ? span.before + Math.max(0, Math.min(index - span.start - 1, span.lines)) : 0
    },
  }
}

interface Span extends Opened {
  readonly top: number
  /** The line of the conversation's row. */
  readonly start: number
  /** Message lines above it. */
  readonly before: number
}

function spansOf(
  opened: readonly Opened[],
  topOf: (row: number) => number,
  rowOf: (top: number) => number,
): readonly Span[] {
  let before = 0
  return opened
    .map((each) => ({ ...each, top: topOf(each.row) }))
    .filter(({ top, row }) => rowOf(top) === row)
    .sort((a, b) => a.top - b.top)
    .map((each) => {
      const span = { ...each, start: each.top + before, before }
      before += each.lines
      return span
    })
}

/** The first place whose number is not below the wanted one. */
function placeIn(sorted: readonly number[], wanted: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
