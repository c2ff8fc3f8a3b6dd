import { useMemo } from 'react'
import type { Column } from '#core/activity/columns.ts'
import { pinnedCount } from '#explorer/looks/table-look.ts'
import { useListLook, useTableLook } from '#explorer/looks/use-table-look.ts'
import { headerHeightOf, type Layout, rowHeightOf, type Sizing } from './layout.ts'

export interface Look extends Sizing {
  readonly rowHeight: number
  /** Zero where the header is for those who listen only. */
  readonly headerHeight: number
  readonly wraps: boolean
}

/** How the person wants the lines of the present list. */
export function useLook(columns: readonly Column[], layout: Layout, isTree: boolean): Look {
  const { density, wraps } = useTableLook()
  const { widths, pinned } = useListLook()
  return useMemo(() => {
    const scale = fontScale()
    const rowHeight = rowHeightOf(layout, { density, wraps, scale })
    const heights = { rowHeight, headerHeight: headerHeightOf(layout, scale), scale }
    if (layout === 'cards') return { ...heights, wraps: false, widths: {}, pinned: 0, isTree }
    const ids = columns.map(({ id }) => id)
    return { ...heights, wraps, widths, pinned: pinnedCount(ids, pinned), isTree }
  }, [columns, layout, isTree, density, wraps, widths, pinned])
}

/** By how much larger than usual the reader has text in this browser. Read when the table is laid out: no event tells of a change. */
function fontScale(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1
}
