import { useRef } from 'react'
import type { ActivityRow } from '#core/activity/row.ts'
import { noSelection, rangeMoved, toggled, withRows } from '#core/selection/selection.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import type { Ledger } from '#explorer/results/ledger.ts'
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
  /** How often the list had grown by then. */
  readonly growths: number
  readonly rows: readonly ActivityRow[]
}

/** Selecting lines of the table. Rows that are not held cannot be selected, and it says so. */
export function useRowSelection({ outline, contentOf }: ConversationsView, ledger: Ledger): RowSelection {
  const { selection, actions, locale } = useExplorer()
  const range = useRef<Range | null>(null)
  const { growths } = ledger

  function rowsBetween(a: number, b: number): readonly ActivityRow[] {
    const rows: ActivityRow[] = []
    for (let i = Math.min(a, b); i <= Math.max(a, b); i += 1) {
      const { row } = contentOf(outline.lineAt(i))
      if (row) rows.push(row)
    }
    return rows
  }

  function sayMissing(lines: number, held: number) {
    if (held === lines) return
    const missing = (lines - held).toLocaleString(locale)
    actions.say(`${held.toLocaleString(locale)} rows selected; ${missing} more have left memory.`)
  }

  return {
    toggle(index) {
      const anchor = outline.lineAt(index)
      const { row } = contentOf(anchor)
      if (!row) return
      range.current = { anchor, growths, rows: [row] }
      selection.set(toggled(selection.getSnapshot(), row))
    },
    extend(index, from) {
      const isNew = range.current === null || selection.getSnapshot().rows.size === 0
      const before: Range =
        isNew || !range.current ? { anchor: outline.lineAt(from), growths, rows: [] } : range.current
      // The same activity's line, also when others came above it.
      const anchor = { ...before.anchor, row: ledger.rowNow(before.anchor.row, before.growths) }
      const start = outline.indexOf(anchor) ?? index
      const rows = rowsBetween(start, index)
      range.current = { anchor, growths, rows }
      selection.set(rangeMoved(selection.getSnapshot(), before.rows, rows))
      sayMissing(Math.abs(index - start) + 1, rows.length)
    },
    all() {
      const rows = rowsBetween(0, outline.lineCount - 1)
      range.current = null
      selection.set(withRows(noSelection, rows))
      if (rows.length === outline.lineCount) actions.say(`${rows.length.toLocaleString(locale)} loaded rows selected.`)
      else sayMissing(outline.lineCount, rows.length)
    },
  }
}
