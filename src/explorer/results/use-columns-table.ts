/** Choosing and ordering columns: TanStack Table's state, with the query as its owner. Loaded with the menu. */
import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  functionalUpdate,
  tableFeatures,
  type Updater,
  useTable,
} from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import { type Column, columnsFor, columnsOf, defaultColumnIds, toColumns } from '#core/activity/columns.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { useExplorer } from '#explorer/explorer-context.ts'

const features = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
})

/** The rows are drawn from the cache's pages: the table is asked about columns only. */
const noRows: ActivityRow[] = []

function defineColumn(column: Column) {
  return { id: column.id, header: column.header, size: column.width }
}

export interface ColumnChoice {
  readonly column: Column
  readonly isVisible: boolean
}

export interface ColumnsModel {
  /** Visible, in order. */
  readonly visible: readonly Column[]
  /** Every column of the list, in order; hidden ones keep their place. */
  readonly choices: readonly ColumnChoice[]
  readonly isDefault: boolean
  readonly toggle: (id: string) => void
  /** Moves a visible column by one place: −1 towards the start. */
  readonly move: (id: string, by: 1 | -1) => void
  readonly reset: () => void
}

export function useColumnsTable(): ColumnsModel {
  const { query, setQuery } = useExplorer()
  const { resource } = query
  const standard = defaultColumnIds(resource)
  const key = columnsOf(query)
    .map(({ id }) => id)
    .join()

  // A hidden column keeps its place among the others, so that showing it again puts it back.
  const [remembered, setRemembered] = useState<readonly string[]>([])
  const { all, definitions, order, visibility } = useMemo(() => {
    const ids = key.split(',')
    const all = [...toColumns(ids), ...columnsFor(resource).filter(({ id }) => !ids.includes(id))]
    const places = isStill(remembered, all, ids) ? remembered : all.map(({ id }) => id)
    return {
      all,
      definitions: all.map(defineColumn),
      order: [...places],
      visibility: Object.fromEntries(places.map((id) => [id, ids.includes(id)])),
    }
  }, [key, resource, remembered])

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
      setRemembered(order)
      show(order.filter((id) => next[id] === true))
    },
    onColumnOrderChange: (updater: Updater<string[]>) => {
      const next = functionalUpdate(updater, order)
      setRemembered(next)
      show(next.filter((id) => visibility[id] === true))
    },
  })

  const columnOf = (id: string) => all.find((column) => column.id === id)
  const visible = table.getVisibleLeafColumns().flatMap(({ id }) => columnOf(id) ?? [])

  function move(id: string, by: 1 | -1) {
    const neighbour = visible[visible.findIndex((column) => column.id === id) + by]?.id
    if (neighbour === undefined) return
    table.setColumnOrder((now) => now.map((each) => (each === id ? neighbour : each === neighbour ? id : each)))
  }

  return {
    visible,
    choices: order.flatMap((id) => {
      const column = columnOf(id)
      return column ? [{ column, isVisible: visibility[id] === true }] : []
    }),
    isDefault: key === standard.join(),
    toggle: (id) => table.getColumn(id)?.toggleVisibility(),
    move,
    reset: () => show(standard),
  }
}

/** Whether a remembered order is of these columns, with the shown ones in their present order. */
function isStill(order: readonly string[], all: readonly Column[], shown: readonly string[]): boolean {
  return order.length === all.length && order.filter((id) => shown.includes(id)).join() === shown.join()
}
