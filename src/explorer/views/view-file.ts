/** Saved views as a file, to keep them or to hand them on. */
import * as z from 'zod/mini'
import { readViews, type View } from './view-book.ts'

const kind = 'close-activity-views'

/** Characters; more is not read. */
const longest = 5_000_000

const fileSchema = z.object({ kind: z.literal(kind), version: z.literal(1), views: z.array(z.unknown()) })

export function viewsFile(views: readonly View[]): string {
  return `${JSON.stringify({ kind, version: 1, views: views.map(({ name, search }) => ({ name, search })) }, null, 2)}\n`
}

export type FileReading =
  | { readonly status: 'read'; readonly views: readonly View[]; readonly leftOut: number }
  | { readonly status: 'refused'; readonly why: string }

/** Any file at all. */
export function readViewsFile(text: string): FileReading {
  if (text.length > longest) return { status: 'refused', why: 'The file is too large to be one of views.' }
  const read = fileSchema.safeParse(jsonIn(text))
  if (!read.success) return { status: 'refused', why: 'This is not a file of views.' }
  const views = readViews(read.data.views)
  return { status: 'read', views, leftOut: read.data.views.length - views.length }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
