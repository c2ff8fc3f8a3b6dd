import type { Column, ColumnContext } from '#core/activity/columns.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { useRowActions } from './use-row-actions.ts'

interface Props {
  /** The row that was last gone to. */
  row: ActivityRow | null
  columns: readonly Column[]
  context: ColumnContext
}

/** Draws nothing: it is loaded with what answers to keys. */
export function RowActions({ row, columns, context }: Props) {
  useRowActions(row, columns, context)
  return null
}
