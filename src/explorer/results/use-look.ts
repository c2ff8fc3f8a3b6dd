import { useMemo } from 'react'
import type { Column } from '#core/activity/columns.ts'
import { pinnedCount } from '#explorer/looks/table-look.ts'
import { useListLook, useTableLook } from '#explorer/looks/use-table-look.ts'
import { type Layout, rowHeightOf, type Sizing } from './layout.ts'

export interface Look extends Sizing {
  readonly rowHeight: number
  readonly wraps: boolean
}

/** How the person wants the lines of the present list. */
export function useLook(columns: readonly Column[], layout: Layout, isTree: boolean): Look {
  const { density, wraps } = useTableLook()
  const { widths, pinned } = useListLook()
  return useMemo(() => {
    const rowHeight = rowHeightOf(layout, { density, wraps })
    if (layout === 'cards') return { rowHeight, wraps: false, widths: {}, pinned: 0, isTree }
    const ids = columns.map(({ id }) => id)
    return { rowHeight, wraps, widths, pinned: pinnedCount(ids, pinned), isTree }
  }, [columns, layout, isTree, density, wraps, widths, pinned])
}
