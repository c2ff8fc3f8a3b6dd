/** The table's measures, in pixels. */
import type { Column } from '#core/activity/columns.ts'
import type { Density } from '#explorer/looks/table-look.ts'

/** `lines`: a row is one line of cells. `cards`: two lines, for narrow screens. */
export type Layout = 'lines' | 'cards'

export const headerHeight = 32

/** Every row is of one height: 20 a line of text, the space around it, and a border. */
export function rowHeightOf(layout: Layout, { density, wraps }: { density: Density; wraps: boolean }): number {
  if (layout === 'cards') return 60
  return (wraps ? 40 : 20) + (density === 'compact' ? 5 : 13)
}

/** What a card shows, in reading order. */
export const cardColumnIds = ['type', 'time', 'summary', 'lead']

/** React's type of a style does not know variables. */
export interface TableStyle {
  readonly minWidth?: number
  readonly [variable: `--${string}`]: string
}

export interface Sizing {
  /** Widths that a person chose, by column. */
  readonly widths: Readonly<Record<string, number>>
  /** Columns at the start that stay in view. */
  readonly pinned: number
  /** A tree leaves room for its toggles. */
  readonly isTree: boolean
}

/**
 * Style of what holds lines, once for the table and never by cell: `--columns` is their `grid-template-columns`, `--pin-0`
 * and so on are where pinned columns stay.
 */
export function lineSizes(columns: readonly Column[], { widths, pinned, isTree }: Sizing): TableStyle {
  const before = isTree ? 28 : 4
  const tracks = columns.map((column, i) => {
    const chosen = Object.hasOwn(widths, column.id) ? widths[column.id] : undefined
    const width = chosen ?? (i < pinned ? column.width : undefined)
    if (width !== undefined) return { least: width, text: `${width}px` }
    const least = leastWidth(column)
    return { least, text: `minmax(${least}px, ${takesRest(columns, i) ? '1fr' : `${column.width}px`})` }
  })
  const pins: Record<`--${string}`, string> = {}
  let start = 0
  for (let i = 0; i < pinned; i += 1) {
    pins[`--pin-${i}`] = `${start}px`
    start += (tracks[i]?.least ?? 0) + (i === 0 && isTree ? before : 0)
  }
  return {
    '--columns': tracks.map(({ text }) => text).join(' '),
    ...pins,
    minWidth: tracks.reduce((sum, { least }) => sum + least, 0) + before + 4,
  }
}

/** The summary takes what is left; without one, the last column. */
function takesRest(columns: readonly Column[], index: number): boolean {
  return (
    columns[index]?.id === 'summary' || (index === columns.length - 1 && columns.every(({ id }) => id !== 'summary'))
  )
}

/** Names and summaries may be cut short where room is scarce; times and numbers may not. */
function leastWidth({ id, width, value }: Column): number {
  if (id === 'summary') return Math.min(width, 220)
  return value.kind === 'reference' ? Math.round(width * 0.66) : width
}

const pinnedStyles: TableStyle[] = []

/** Where the pinned column of this place stays. The same object for every row: the table says where that is. */
export function pinnedStyle(place: number): TableStyle {
  return (pinnedStyles[place] ??= { '--pin': `var(--pin-${place})` })
}
