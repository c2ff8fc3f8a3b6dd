/** Which columns the table shows, in what order and how wide: TanStack Table's state, with the query as its owner. */
import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  functionalUpdate,
  tableFeatures,
  type Updater,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import { type Column, columns as catalogue, columnsOf, defaultColumnIds, toColumns } from '#core/activity/columns.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { useExplorer } from '#explorer/explorer-context.ts'

const features = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  columnMeta: {} as { readonly column: Column },
})

/** The rows are drawn from the cache's pages: the table is asked about columns only. */
const noRows: ActivityRow[] = []

function defineColumn(column: Column) {
  return { id: column.id, header: column.header, size: column.width, meta: { column } }
}

export interface ColumnChoice {
  readonly column: Column
  readonly isVisible: boolean
}

export interface ColumnsModel {
  /** Visible, in order. */
  readonly visible: readonly Column[]
  /** Every column, the visible ones first and in order. */
  readonly choices: readonly ColumnChoice[]
  readonly isDefault: boolean
  readonly toggle: (id: string) => void
  /** Moves a visible column by one place: −1 towards the start. */
  readonly move: (id: string, by: 1 | -1) => void
  readonly reset: () => void
}

export function useColumns(): ColumnsModel {
  const { query, setQuery } = useExplorer()
  const shown = columnsOf(query)
  const ids = shown.map(({ id }) => id)
  const key = ids.join()
  const standard = defaultColumnIds(query.resource)

  const { definitions, order } = useMemo(() => {
    const chosen = toColumns(key.split(','))
    const all = [...chosen, ...catalogue.filter(({ id }) => !chosen.some((column) => column.id === id))]
    return { definitions: all.map(defineColumn), order: all.map(({ id }) => id) }
  }, [key])
  const visibility = useMemo(() => Object.fromEntries(order.map((id) => [id, key.split(',').includes(id)])), [order, key])

  /** The list's own columns, in their own order, stay out of the address. */
  function show(next: readonly string[]) {
    if (next.length === 0) return
    const isStandard = next.join() === standard.join()
    setQuery((now) => ({ ...now, columns: isStandard ? [] : next }), { replace: true })
  }

  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    state: { columnOrder: order, columnVisibility: visibility },
    onColumnVisibilityChange: (updater: Updater<Record<string, boolean>>) => {
      const next = functionalUpdate(updater, visibility)
      show(order.filter((id) => next[id] === true))
    },
    onColumnOrderChange: (updater: Updater<string[]>) => {
      show(functionalUpdate(updater, order).filter((id) => visibility[id] === true))
    },
  })

  function move(id: string, by: 1 | -1) {
    const from = ids.indexOf(id)
    const to = from + by
    const neighbour = ids[to]
    if (from < 0 || neighbour === undefined) return
    table.setColumnOrder((now) => now.map((each) => (each === id ? neighbour : each === neighbour ? id : each)))
  }

  const leaves = table.getVisibleLeafColumns()
  const visible = useMemo(() => leaves.flatMap((leaf) => leaf.columnDef.meta?.column ?? []), [leaves])
  return {
    visible,
    choices: definitions.map(({ meta }) => ({ column: meta.column, isVisible: visible.includes(meta.column) })),
    isDefault: key === standard.join(),
    toggle: (id) => table.getColumn(id)?.toggleVisibility(),
    move,
    reset: () => show(standard),
  }
}
