/** How a person likes the table on this machine: columns, widths and pins by list, density and wrapping for all. */
import * as z from 'zod/mini'
import { catch as orElse } from 'zod/mini'
import { isColumnId } from '#core/activity/columns.ts'

export type Density = 'comfortable' | 'compact'

export interface ListLook {
  /** Visible columns in order; empty is the list's default. */
  readonly columns: readonly string[]
  /** Pixels by column. */
  readonly widths: Readonly<Record<string, number>>
  /** Columns that stay at the start, as long as they stand there. */
  readonly pinned: readonly string[]
}

export interface TableLook {
  readonly density: Density
  /** Rows have two lines of text. */
  readonly wraps: boolean
  /** By the list whose columns they are: its resource. */
  readonly lists: Readonly<Record<string, ListLook>>
}

export const plainList: ListLook = { columns: [], widths: {}, pinned: ['time'] }

export const plainLook: TableLook = { density: 'comfortable', wraps: false, lists: {} }

export const leastWidth = 48
export const mostWidth = 1200

const columnId = z.string().check(z.refine(isColumnId))

const listSchema = z.object({
  columns: orElse(z.array(columnId).check(z.maxLength(200)), []),
  widths: orElse(z.record(columnId, z.number().check(z.minimum(leastWidth), z.maximum(mostWidth))), {}),
  pinned: orElse(z.array(columnId).check(z.maxLength(200)), ['time']),
})

const lookSchema = z.object({
  density: orElse(z.enum(['comfortable', 'compact']), 'comfortable'),
  wraps: orElse(z.boolean(), false),
  lists: orElse(z.record(z.string(), listSchema), {}),
})

/** Anything that was stored, by whomever. */
export function readLook(stored: unknown): TableLook {
  const read = lookSchema.safeParse(stored)
  return read.success ? read.data : plainLook
}

export function listLook(look: TableLook, resource: string): ListLook {
  return Object.hasOwn(look.lists, resource) ? (look.lists[resource] ?? plainList) : plainList
}

export function withList(look: TableLook, resource: string, part: Partial<ListLook>): TableLook {
  return { ...look, lists: { ...look.lists, [resource]: { ...listLook(look, resource), ...part } } }
}

export function withWidth(look: TableLook, resource: string, id: string, width: number | null): TableLook {
  const { [id]: _, ...others } = listLook(look, resource).widths
  const widths = width === null ? others : { ...others, [id]: clampWidth(width) }
  return withList(look, resource, { widths })
}

export function clampWidth(width: number): number {
  return Math.round(Math.min(mostWidth, Math.max(leastWidth, width)))
}

/** How many columns from the start are pinned: a pinned column that stands elsewhere scrolls like the others. */
export function pinnedCount(ids: readonly string[], pinned: readonly string[]): number {
  const first = ids.findIndex((id) => !pinned.includes(id))
  // One column must be left to scroll.
  return Math.min(first < 0 ? ids.length : first, ids.length - 1)
}

/** The columns with one of them in another place. */
export function moved(ids: readonly string[], id: string, place: number): readonly string[] {
  const others = ids.filter((each) => each !== id)
  return others.length === ids.length ? ids : others.toSpliced(Math.max(0, place), 0, id)
}
