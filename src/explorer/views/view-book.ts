/** Saved views and recent queries, as this browser keeps them: a name and a link's search string, nothing of any activity. */
import * as z from 'zod/mini'
import { plainText } from '#core/activity/plain-text.ts'
import type { ActivityQuery } from '#core/query/activity-query.ts'
import { parseSearch, serializeSearch } from '#core/query/search-params.ts'

export interface View {
  readonly name: string
  /** In canonical form, without the open activity and without secrets. */
  readonly search: string
}

export interface SavedView extends View {
  readonly id: string
}

export interface RecentQuery {
  readonly search: string
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface ViewBook {
  /** In the order in which they are shown. */
  readonly views: readonly SavedView[]
  /** Newest first. */
  readonly recent: readonly RecentQuery[]
}

export const emptyBook: ViewBook = { views: [], recent: [] }

export const mostViews = 200
export const longestName = 80
const mostRecent = 20
const longestSearch = 20_000

const viewSchema = z.object({ name: z.string(), search: z.string().check(z.maxLength(longestSearch)) })
const recentSchema = z.object({ search: z.string().check(z.maxLength(longestSearch)), at: z.number() })
const bookSchema = z.object({ views: z.array(z.unknown()), recent: z.array(z.unknown()) })

/** Anything that was stored, by whomever: what is no view is left out. */
export function readBook(stored: unknown): ViewBook {
  const book = bookSchema.safeParse(stored)
  if (!book.success) return emptyBook
  const recent = book.data.recent.flatMap((each) => {
    const read = recentSchema.safeParse(each)
    return read.success ? [{ ...read.data, search: canonical(read.data.search) }] : []
  })
  return { views: numbered(readViews(book.data.views)), recent: recent.slice(0, mostRecent) }
}

export function readViews(items: readonly unknown[]): readonly View[] {
  return items.slice(0, mostViews).flatMap((item) => {
    const read = viewSchema.safeParse(item)
    const name = read.success ? nameOf(read.data.name) : ''
    return read.success && name !== '' ? [{ name, search: canonical(read.data.search) }] : []
  })
}

/** One line, not too long; empty when there is nothing to call it. */
export function nameOf(text: string): string {
  return plainText(text.slice(0, longestName)).trim()
}

/** As a view keeps a query. */
export function searchOf(query: ActivityQuery): string {
  return serializeSearch({ ...query, open: null })
}

function canonical(search: string): string {
  return searchOf(parseSearch(search).query)
}

export const fullText = `${mostViews} views are kept, and no more: delete one first.`

export function isFull({ views }: ViewBook): boolean {
  return views.length >= mostViews
}

/** Saves under a name: a view of that name becomes another, or a new one is put at the end, unless the book is full. */
export function saved(book: ViewBook, view: View): ViewBook {
  const name = nameOf(view.name)
  const known = book.views.find((each) => each.name === name)
  if (name === '' || (!known && isFull(book))) return book
  const views: readonly View[] = known
    ? book.views.map((each) => (each === known ? { ...each, search: view.search } : each))
    : [...book.views, { name, search: view.search }]
  return { ...book, views: numbered(views) }
}

/** Another name for a view, in its place. One that is taken, or none, changes nothing. */
export function renamed(book: ViewBook, id: string, text: string): ViewBook {
  const name = nameOf(text)
  if (name === '' || book.views.some((view) => view.name === name)) return book
  return { ...book, views: numbered(book.views.map((view) => (view.id === id ? { ...view, name } : view))) }
}

export function without(book: ViewBook, id: string): ViewBook {
  return { ...book, views: book.views.filter((view) => view.id !== id) }
}

/** Puts a view back where it was, unless the book has become full since. */
export function restored(book: ViewBook, view: SavedView, place: number): ViewBook {
  if (isFull(book)) return book
  return { ...book, views: numbered(book.views.toSpliced(place, 0, view)) }
}

export function movedBy(book: ViewBook, id: string, by: 1 | -1): ViewBook {
  const place = book.views.findIndex((view) => view.id === id)
  const view = book.views[place]
  const to = place + by
  if (!view || to < 0 || to >= book.views.length) return book
  return { ...book, views: book.views.toSpliced(place, 1).toSpliced(to, 0, view) }
}

export interface Adding {
  readonly book: ViewBook
  readonly added: number
  /** Views that are there already, and are not added again. */
  readonly known: number
  /** Views for which there is no room. */
  readonly over: number
}

/** Adds views of a file. One that is there already is not added again; another of the same name gets a number. */
export function adding(book: ViewBook, views: readonly View[]): Adding {
  const all: View[] = [...book.views]
  let known = 0
  let over = 0
  for (const view of views) {
    if (all.some(({ name, search }) => name === view.name && search === view.search)) known += 1
    else if (all.length >= mostViews) over += 1
    else all.push({ ...view, name: freeName(view.name, all) })
  }
  return { book: { ...book, views: numbered(all) }, added: all.length - book.views.length, known, over }
}

function freeName(name: string, among: readonly View[]): string {
  const isTaken = (text: string) => among.some((view) => view.name === text)
  if (!isTaken(name)) return name
  for (let number = 2; ; number += 1) if (!isTaken(`${name} (${number})`)) return `${name} (${number})`
}

/** Names are unique, and so tell views apart. */
function numbered(views: readonly View[]): readonly SavedView[] {
  const seen: SavedView[] = []
  for (const { name, search } of views) {
    const free = freeName(name, seen)
    seen.push({ name: free, search, id: free })
  }
  return seen
}

/** Notes that a query was asked; the same one is noted once. */
export function visited(book: ViewBook, search: string, at: number): ViewBook {
  if (search === '') return book
  const others = book.recent.filter((each) => each.search !== search)
  return { ...book, recent: [{ search, at }, ...others].slice(0, mostRecent) }
}

/**
 * Whether a query is what a view says. A view without a word of columns is shown with those of this machine, `own`, and is
 * still the same view.
 */
export function shows(view: View, query: ActivityQuery, own: readonly string[]): boolean {
  const { query: wanted } = parseSearch(view.search)
  const columns = wanted.columns.length === 0 && own.join() === query.columns.join() ? [] : query.columns
  return searchOf({ ...query, columns }) === view.search
}
