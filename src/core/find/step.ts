/** From one match to the next, round the end. */

/** The place among sorted row numbers of the first that is not before a row. May be past the last. */
export function placeFrom(rows: readonly number[], row: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle] ?? 0) < row) low = middle + 1
    else high = middle
  }
  return low
}

/** The match after (1) or before (−1) a row, going on from the other end; null when there is none. */
export function matchBeside(rows: readonly number[], row: number, by: 1 | -1): number | null {
  const place = by > 0 ? placeFrom(rows, row + 1) : placeFrom(rows, row) - 1
  return rows[(place + rows.length) % rows.length] ?? null
}

/** Where matches lie along a list of so many lines, in `parts` parts: each marked part once, as its number. */
export function marksOf(lines: readonly number[], lineCount: number, parts: number): readonly number[] {
  if (lineCount === 0) return []
  return [...new Set(lines.map((line) => Math.min(parts - 1, Math.floor((line / lineCount) * parts))))]
}
