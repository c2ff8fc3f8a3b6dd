import { useRef } from 'react'
import type { ActivityRow } from '#core/activity/row.ts'
import { noSelection, rangeMoved, toggled, withRows } from '#core/selection/selection.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import type { Line } from '#explorer/results/outline.ts'
import type { ConversationsView } from '#explorer/results/use-conversations.ts'

interface RowSelection {
  /** Takes a line in, or lets it go; ranges then begin there. */
  readonly toggle: (index: number) => void
  /** Draws the range from where it began, or from `from`, to a line. */
  readonly extend: (index: number, from: number) => void
  /** All rows that are held. */
  readonly all: () => void
}

interface Range {
  readonly anchor: Line
  readonly rows: readonly ActivityRow[]
}

/** Selecting lines of the table. Rows that are not held cannot be selected, and it says so. */
export function useRowSelection({ outline, contentOf }: ConversationsView): RowSelection {
  const { selection, actions, locale } = useExplorer()
  const range = useRef<Range | null>(null)

  function rowsBetween(a: number, b: number): readonly ActivityRow[] {
    const rows: ActivityRow[] = []
    for (let i = Math.min(a, b); i <= Math.max(a, b); i += 1) {
      const { row } = contentOf(outline.lineAt(i))
      if (row) rows.push(row)
    }
    return rows
  }

  return {
    toggle(index) {
      const anchor = outline.lineAt(index)
      const { row } = contentOf(anchor)
      if (!row) return
      range.current = { anchor, rows: [row] }
      selection.set(toggled(selection.getSnapshot(), row))
    },
    extend(index, from) {
      const isNew = range.current === null || selection.getSnapshot().rows.size === 0
      const before: Range = isNew || !range.current ? { anchor: outline.lineAt(from), rows: [] } : range.current
      const rows = rowsBetween(outline.indexOf(before.anchor) ?? index, index)
      range.current = { anchor: before.anchor, rows }
      selection.set(rangeMoved(selection.getSnapshot(), before.rows, rows))
    },
    all() {
      const rows = rowsBetween(0, outline.lineCount - 1)
      range.current = null
      selection.set(withRows(noSelection, rows))
      const missing = outline.lineCount - rows.length
      const count = rows.length.toLocaleString(locale)
      actions.say(
        missing === 0
          ? `${count} loaded rows selected.`
          : `${count} rows selected; ${missing.toLocaleString(locale)} more have left memory.`,
      )
    },
  }
}
