import { useCallback, useSyncExternalStore } from 'react'
import { parseSearch } from '#core/query/search-params.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { useListLook } from '#explorer/looks/use-table-look.ts'
import { nothingParked } from '#explorer/parked.ts'
import { createBrowserStore } from '#lib/browser-store.ts'
import { bookKey } from './has-book.ts'
import { readBook, type SavedView, shows, type View, type ViewBook } from './view-book.ts'

const store = createBrowserStore(bookKey, readBook)

export function useViewBook(): ViewBook {
  return useSyncExternalStore(store.subscribe, store.get)
}

/** False when the browser refuses to keep views: they then last as long as the page. */
export function useIsKept(): boolean {
  return useSyncExternalStore(store.subscribe, store.isKept)
}

export function changeBook(change: (book: ViewBook) => ViewBook): void {
  store.set(change(store.get()))
}

/** The view that was opened last, by name; what is on screen may have moved on from it. */
let opened: string | null = null
const listeners = new Set<() => void>()

export function setOpened(name: string | null): void {
  opened = name
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export interface PresentView {
  readonly view: SavedView
  /** The query is another by now. */
  readonly isModified: boolean
}

/** The saved view on screen: one that says the same, or the one that was opened and changed since. */
export function usePresentView(): PresentView | null {
  const { query } = useExplorer()
  const { columns } = useListLook()
  const { views } = useViewBook()
  const name = useSyncExternalStore(subscribe, () => opened)
  const wanted = views.find((view) => view.name === name)
  const same = wanted && shows(wanted, query, columns) ? wanted : views.find((view) => shows(view, query, columns))
  if (same) return { view: same, isModified: false }
  return wanted ? { view: wanted, isModified: true } : null
}

/** Opens a view, a starter view or a recent query: a new entry of the history. */
export function useOpenView(): (view: Pick<View, 'search'> & { readonly name?: string }) => void {
  const { setQuery } = useExplorer()
  return useCallback(
    ({ name, search }) => {
      setOpened(name ?? null)
      setQuery(parseSearch(search).query, { parked: nothingParked })
    },
    [setQuery],
  )
}
