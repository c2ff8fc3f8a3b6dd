import { useEffect, useState } from 'react'
import type { Column, ColumnContext } from '#core/activity/columns.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { useActions } from '#explorer/actions/use-action.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { useRowActions } from '#explorer/selection/use-row-actions.ts'

interface Props {
  scroller: HTMLElement | null
  /** The activity of a line of the page, by its place in the list. */
  rowAt: (index: number) => ActivityRow | null
  columns: readonly Column[]
  context: ColumnContext
  onOpen: (row: ActivityRow) => void
}

const onlyInTable = 'Rows are selected in the table: switch reading mode off first.'

/** What keys do with the row that was last gone to. Apart from the page, which is not drawn anew whenever the focus moves. */
export function ReadingActions({ scroller, rowAt, columns, context, onOpen }: Props) {
  const { query } = useExplorer()
  const [row, setRow] = useState<ActivityRow | null>(null)

  useEffect(() => {
    if (!scroller) return
    function take({ target }: FocusEvent) {
      const line = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
      if (line) setRow(rowAt(Number(line.dataset['index'])))
    }
    scroller.addEventListener('focusin', take)
    return () => scroller.removeEventListener('focusin', take)
  }, [scroller, rowAt])

  // An open activity closes itself.
  const hindrance = query.open !== null ? 'An activity is open.' : row ? null : 'Go to a row first.'
  const nothing = { run: () => {}, unavailable: onlyInTable }
  useActions([
    { id: 'inspector', run: () => row && onOpen(row), unavailable: hindrance },
    { id: 'copy-csv', ...nothing },
    { id: 'copy-markdown', ...nothing },
    { id: 'copy-json', ...nothing },
    { id: 'compare', ...nothing },
  ])
  useRowActions(row, columns, context)
  return null
}
