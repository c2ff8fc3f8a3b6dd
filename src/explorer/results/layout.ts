/** The table's measures, in pixels. */
import type { Column } from '#core/activity/columns.ts'

/** `lines`: a row is one line of cells. `cards`: two lines, for narrow screens. */
export type Layout = 'lines' | 'cards'

export const headerHeight = 32

export const rowHeights: { readonly [L in Layout]: number } = { lines: 33, cards: 60 }

/** What a card shows, in reading order. */
export const cardColumnIds = ['type', 'time', 'summary', 'lead']

/** Style of what holds lines: `--columns` is their `grid-template-columns`. A tree leaves room for its toggles. */
export function lineSizes(
  columns: readonly Column[],
  isTree: boolean,
): { readonly '--columns': string; readonly minWidth: number } {
  const least = columns.reduce((sum, column) => sum + leastWidth(column), 0)
  return {
    '--columns': columns.map((column, i) => track(column, takesRest(columns, i))).join(' '),
    minWidth: least + (isTree ? 32 : 8),
  }
}

/** The summary takes what is left; without one, the last column. */
function takesRest(columns: readonly Column[], index: number): boolean {
  return (
    columns[index]?.id === 'summary' || (index === columns.length - 1 && columns.every(({ id }) => id !== 'summary'))
  )
}

function track(column: Column, isRest: boolean): string {
  return `minmax(${leastWidth(column)}px, ${isRest ? '1fr' : `${column.width}px`})`
}

/** Names and summaries may be cut short where room is scarce; times and numbers may not. */
function leastWidth({ id, width, value }: Column): number {
  if (id === 'summary') return Math.min(width, 220)
  return value.kind === 'reference' ? Math.round(width * 0.66) : width
}
