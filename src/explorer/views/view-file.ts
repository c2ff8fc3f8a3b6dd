/** Saved views as a file, to keep them or to hand them on. */
import * as z from 'zod/mini'
import { type Adding, mostViews, readViews, type View } from './view-book.ts'

const kind = 'close-activity-views'

/** Characters; more is not read. */
const longest = 5_000_000

const fileSchema = z.object({ kind: z.literal(kind), version: z.literal(1), views: z.array(z.unknown()) })

export function viewsFile(views: readonly View[]): string {
  return `${JSON.stringify({ kind, version: 1, views: views.map(({ name, search }) => ({ name, search })) }, null, 2)}\n`
}

export type FileReading =
  | {
      readonly status: 'read'
      readonly views: readonly View[]
      /** Items that are no views. */
      readonly leftOut: number
      /** Items beyond the most that can be kept, which were not looked at. */
      readonly over: number
    }
  | { readonly status: 'refused'; readonly why: string }

/** Any file at all. */
export function readViewsFile(text: string): FileReading {
  if (text.length > longest) return { status: 'refused', why: 'The file is too large to be one of views.' }
  const read = fileSchema.safeParse(jsonIn(text))
  if (!read.success) return { status: 'refused', why: 'This is not a file of views.' }
  const views = readViews(read.data.views)
  const over = Math.max(0, read.data.views.length - mostViews)
  return { status: 'read', views, leftOut: read.data.views.length - over - views.length, over }
}

/** What came of a file's views: "2 views added. 1 was there already. 3 did not fit: 200 views are the most." */
export function addedText({ added, known, over }: Omit<Adding, 'book'>, leftOut: number): string {
  const were = (count: number) => (count === 1 ? '1 was' : `${count} were`)
  return [
    `${added} ${added === 1 ? 'view' : 'views'} added.`,
    known > 0 && `${were(known)} there already.`,
    over > 0 && `${over} did not fit: ${mostViews} views are the most.`,
    leftOut > 0 && `${leftOut} could not be read.`,
  ]
    .filter((text) => text !== false)
    .join(' ')
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
