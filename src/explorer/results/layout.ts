/** The table's measures, in pixels. `scale` is the reader's font size by the usual one: what holds text grows with it. */
import type { Column } from '#core/activity/columns.ts'
import type { Density } from '#explorer/looks/table-look.ts'

/** `lines`: a row is one line of cells. `cards`: two lines, for narrow screens. */
export type Layout = 'lines' | 'cards'

/** As high as its style makes it, in rem. */
export function headerHeightOf(layout: Layout, scale: number): number {
  return layout === 'lines' ? 32 * scale : 0
}

interface RowLook {
  readonly density: Density
  readonly wraps: boolean
  readonly scale: number
}

/** Every row is of one height: 20 a line of text, the space around it, and a border. */
export function rowHeightOf(layout: Layout, { density, wraps, scale }: RowLook): number {
  if (layout === 'cards') return Math.round(60 * scale)
  return Math.round((wraps ? 40 : 20) * scale) + (density === 'compact' ? 5 : 13)
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
  readonly scale: number
}

/**
 * Style of what holds lines, once for the table and never by cell: `--columns` is their `grid-template-columns`, `--pin-0`
 * and so on are where pinned columns stay.
 */
export function lineSizes(columns: readonly Column[], { widths, pinned, isTree, scale }: Sizing): TableStyle {
  const before = (isTree ? 28 : 4) * scale
  const scaled = (pixels: number) => Math.round(pixels * scale)
  const tracks = columns.map((column, i) => {
    const chosen = Object.hasOwn(widths, column.id) ? widths[column.id] : undefined
    const width = chosen ?? (i < pinned ? scaled(column.width) : undefined)
    if (width !== undefined) return { least: width, text: `${width}px` }
    const least = scaled(leastWidth(column))
    return { least, text: `minmax(${least}px, ${takesRest(columns, i) ? '1fr' : `${scaled(column.width)}px`})` }
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
