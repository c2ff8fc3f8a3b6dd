/** How far a refined list is loaded by itself: rows that nobody sees must not be fetched without end. */

export interface Extent {
  readonly rows: number
  readonly lines: number
}

/** New lines that make it worth loading on without being asked. */
const worthwhile = 10

/** `asked` is the list when it was last loaded on by itself. What came since must have been worth it. */
export function goesOn(asked: Extent | null, now: Extent): boolean {
  return asked === null || now.rows <= asked.rows || now.lines - asked.lines >= worthwhile
}

/** Where a look further back, once asked for, ends. */
export interface Goal extends Extent {}

export function furtherThan({ rows, lines }: Extent): Goal {
  return { rows: rows + 1000, lines: lines + 20 }
}

export function isReached({ rows, lines }: Goal, now: Extent): boolean {
  return now.rows >= rows || now.lines >= lines
}
