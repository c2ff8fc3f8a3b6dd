/** Choosing, ordering and pinning columns: TanStack Table's state, with the query and the look as its owners. Loaded with the menu. */
import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  functionalUpdate,
  tableFeatures,
  type Updater,
  useTable,
} from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import { type Column, columnsFor, columnsList, columnsOf, defaultColumnIds, toColumns } from '#core/activity/columns.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { moved, pinnedCount, plainList, withList } from '#explorer/looks/table-look.ts'
import { changeLook, useListLook } from '#explorer/looks/use-table-look.ts'
import { withColumns } from './use-move-column.ts'

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
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
  readonly isPinned: boolean
}

export interface ColumnsModel {
  /** Visible, in order. */
  readonly visible: readonly Column[]
  /** Every column of the list, in order; hidden ones keep their place. */
  readonly choices: readonly ColumnChoice[]
  /** Columns, widths and pins are the list's own. */
  readonly isDefault: boolean
  readonly toggle: (id: string) => void
  /** Keeps a column at the start, after those that are there, or lets it scroll with the others. */
  readonly pin: (id: string, isPinned: boolean) => void
  readonly reset: () => void
}

/** @param more Columns of custom fields that the list can fill. */
export function useColumnsTable(more: readonly Column[]): ColumnsModel {
  const { query, setQuery } = useExplorer()
  const look = useListLook()
  const { resource, types } = query
  const standard = defaultColumnIds(resource, types)
  const key = columnsOf(query)
    .map(({ id }) => id)
    .join()

  // A hidden column keeps its place among the others, so that showing it again puts it back.
  const [remembered, setRemembered] = useState<readonly string[]>([])
  const { all, definitions, order, visibility } = useMemo(() => {
    const ids = key.split(',')
    const others = [...columnsFor(resource), ...more].filter(({ id }) => !ids.includes(id))
    const all = [...toColumns(ids), ...others]
    const places = isStill(remembered, all, ids) ? remembered : all.map(({ id }) => id)
    return {
      all,
      definitions: all.map(defineColumn),
      order: [...places],
      visibility: Object.fromEntries(places.map((id) => [id, ids.includes(id)])),
    }
  }, [key, resource, remembered, more])
  const shown = key.split(',')
  const start = shown.slice(0, pinnedCount(shown, look.pinned))

  /** The list's own columns, in their own order, stay out of the address. */
  function show(next: readonly string[]) {
    if (next.length > 0) setQuery((now) => withColumns(now, next), { replace: true })
  }

  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    state: { columnOrder: order, columnVisibility: visibility, columnPinning: { start, end: [] } },
    onColumnVisibilityChange: (updater: Updater<Record<string, boolean>>) => {
      const next = functionalUpdate(updater, visibility)
      setRemembered(order)
      show(order.filter((id) => next[id] === true))
    },
    onColumnPinningChange: (updater: Updater<{ start: string[]; end: string[] }>) => {
      const { start: next } = functionalUpdate(updater, { start, end: [] })
      changeLook((now) => withList(now, columnsList(query), { pinned: next }))
      // Pinned columns stand together: the one that changes comes to stand after them.
      const [changed] = [...next.filter((id) => !start.includes(id)), ...start.filter((id) => !next.includes(id))]
      if (changed === undefined) return
      show(moved(shown, changed, next.filter((id) => id !== changed).length))
    },
  })

  const columnOf = (id: string) => all.find((column) => column.id === id)
  return {
    visible: table.getVisibleLeafColumns().flatMap(({ id }) => columnOf(id) ?? []),
    choices: order.flatMap((id) => {
      const column = columnOf(id)
      const isPinned = table.getColumn(id)?.getIsPinned() === 'start'
      return column ? [{ column, isVisible: visibility[id] === true, isPinned }] : []
    }),
    isDefault:
      key === standard.join() &&
      Object.keys(look.widths).length === 0 &&
      look.pinned.join() === plainList.pinned.join(),
    toggle: (id) => table.getColumn(id)?.toggleVisibility(),
    pin: (id, isPinned) => table.getColumn(id)?.pin(isPinned ? 'start' : false),
    reset: () => {
      show(standard)
      changeLook((now) => withList(now, columnsList(query), plainList))
    },
  }
}

/** Whether a remembered order is of these columns, with the shown ones in their present order. */
function isStill(order: readonly string[], all: readonly Column[], shown: readonly string[]): boolean {
  return order.length === all.length && order.filter((id) => shown.includes(id)).join() === shown.join()
}
