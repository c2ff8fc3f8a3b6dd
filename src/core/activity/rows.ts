/** Lists of rows. */
import type { ActivityRow } from './row.ts'

/** The rows with those of `more` that are not among them yet, by key, at the end. Adds their keys to `seen`. */
export function appendUnique(
  seen: Set<string>,
  rows: readonly ActivityRow[],
  more: readonly ActivityRow[],
): readonly ActivityRow[] {
  const fresh = more.filter(({ key }) => !seen.has(key) && seen.add(key))
  return fresh.length === 0 ? rows : [...rows, ...fresh]
}
