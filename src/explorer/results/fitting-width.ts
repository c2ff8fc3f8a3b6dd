/** Widths of columns as they are drawn. */

/** The table on screen; null in reading mode. */
export function gridOnScreen(): HTMLElement | null {
  return document.querySelector<HTMLElement>(':is([role=grid], [role=treegrid])')
}

/** Pixels; undefined while it is not drawn. */
export function drawnWidth(grid: HTMLElement, place: number): number | undefined {
  return grid.querySelector(`[role=columnheader][aria-colindex="${place}"]`)?.getBoundingClientRect().width
}

/** The width at which nothing in a column, as far as it is drawn, is cut: its header and the cells in view. */
export function fittingWidth(grid: HTMLElement, place: number): number {
  const cells = [...grid.querySelectorAll<HTMLElement>(`[aria-colindex="${place}"]:not([aria-colspan])`)]
  return Math.ceil(Math.max(0, ...cells.map(widthOf)))
}

function widthOf(cell: HTMLElement): number {
  const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(cell)
  const range = document.createRange()
  // What lies over the edge, such as its handle, is not the column's content.
  const ends = [...cell.childNodes]
    .filter((node) => !(node instanceof HTMLElement && node.dataset['columnWidth'] !== undefined))
    .flatMap((node) => {
      range.selectNodeContents(node)
      return [...range.getClientRects()]
    })
  if (ends.length === 0) return 0
  const content = Math.max(...ends.map(({ right }) => right)) - Math.min(...ends.map(({ left }) => left))
  return content + Number.parseFloat(paddingInlineStart) + Number.parseFloat(paddingInlineEnd) + 2
}
