/** Which rows are selected. Rows are kept themselves, for they may leave the table's memory while they are selected. */
import type { ActivityRow } from '#core/activity/row.ts'

export interface Selection {
  /** By their keys. */
  readonly rows: ReadonlyMap<string, ActivityRow>
}

export const noSelection: Selection = { rows: new Map() }

/** With the row, or without it when it was in. */
export function toggled({ rows }: Selection, row: ActivityRow): Selection {
  const next = new Map(rows)
  if (!next.delete(row.key)) next.set(row.key, row)
  return { rows: next }
}

/** With these rows, too. The same object when they were all in. */
export function withRows(selection: Selection, more: readonly ActivityRow[]): Selection {
  if (more.every(({ key }) => selection.rows.has(key))) return selection
  const next = new Map(selection.rows)
  for (const row of more) next.set(row.key, row)
  return { rows: next }
}

/**
 * A range that is drawn from an anchor: what it held before is let go of, what it holds now is taken in. Rows selected otherwise stay.
 */
export function rangeMoved(
  { rows }: Selection,
  before: readonly ActivityRow[],
  now: readonly ActivityRow[],
): Selection {
  const next = new Map(rows)
  for (const { key } of before) next.delete(key)
  for (const row of now) next.set(row.key, row)
  return { rows: next }
}

/** In the order of the table: newest first by the sorted date; rows of the same moment as they were selected. */
export function inOrder({ rows }: Selection, sort: 'date_created' | 'activity_at'): readonly ActivityRow[] {
  const at = (row: ActivityRow) => (sort === 'activity_at' ? row.activityAt : row.dateCreated) ?? ''
  return [...rows.values()].toSorted((a, b) => (at(a) < at(b) ? 1 : at(a) > at(b) ? -1 : 0))
}
