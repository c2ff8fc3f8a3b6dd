/** The rows of the present query, whichever of them are held, and the ways to get at the others. */
import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { ActivityRow } from '#core/activity/row.ts'
import { activitiesQuery, fetchPage, newLedger, type Question } from './activities-query.ts'
import { Ledger, type Page, type Place } from './ledger.ts'

type Pages = InfiniteData<Page>

export interface Activities {
  /** `loading` has no rows yet; `failed` has none and a problem; `ready` may have a problem with further pages. */
  readonly status: 'loading' | 'failed' | 'ready'
  /** Where the pages begin. Another object after a refresh. */
  readonly ledger: Ledger
  /** The pages whose rows are held just now. */
  readonly pages: readonly Page[]
  /** Rows walked so far; not all of them need be held. */
  readonly rowCount: number
  readonly end: Ledger['end']
  readonly isFetching: boolean
  readonly isRefreshing: boolean
  /** Why the last request brought nothing; earlier rows stay. */
  readonly problem: Error | null
  /** Null while the row is not held. */
  readonly rowAt: (index: number) => ActivityRow | null
  /** Where an activity stands; null when it is not among the rows held. */
  readonly indexOf: (id: string) => number | null
  /** Asks for what a view of these rows needs next; nothing while a request runs, or after one failed. */
  readonly want: (view: View) => void
  readonly loadMore: () => void
  /** Repeats what failed. */
  readonly retry: () => void
  /** Asks again from the top. Rows stay until the answer is there. */
  readonly refresh: () => void
  /** Puts pages in place of those held, which `change` is given; unless it answers null. False then, and while a page is on its way. */
  readonly edit: (change: (held: readonly Page[]) => readonly Page[] | null) => boolean
}

export interface View {
  readonly first: number
  readonly last: number
  readonly isScrolling: boolean
  /** Not to go on past the rows walked so far. */
  readonly stays?: boolean
}

/** Rows asked for beyond those in view. */
const ahead = 60

/** A view this many rows away from everything held is a jump: what lies between is not walked through. */
const jump = 300

const nothing = new Ledger()

const noPages: readonly Page[] = []

/** Give the component that calls it a key made from the question: it holds one list. */
export function useActivities(question: Question): Activities {
  const cache = useQueryClient()
  const { client, plan } = question
  const options = activitiesQuery(question)
  const { queryKey } = options
  const { data, error, isFetching, ...pages } = useInfiniteQuery(options)
  const signal = useUnmountSignal()

  /** Puts one page in place of everything held: the first of a new walk, or one far away. */
  const other = useMutation({
    mutationFn: async (place: Place) => {
      await cache.cancelQueries({ queryKey, exact: true })
      const page = await fetchPage(client, plan.streams[0], place, signal())
      cache.setQueryData<Pages>(queryKey, { pages: [page], pageParams: [place] })
    },
  })

  useEffect(() => {
    const kept = data && withoutForgotten(data)
    if (kept && kept !== data) cache.setQueryData<Pages>(queryKey, kept)
  })

  const ledger = data?.pages[0]?.place.ledger ?? nothing
  const rowAt = useCallback((index: number) => (data ? heldRow(data, index) : null), [data])
  const indexOf = useCallback((id: string) => (data ? heldIndex(data, id) : null), [data])
  const problem = other.error ?? error
  const busy = isFetching || other.isPending

  function want({ first, last, isScrolling, stays = false }: View) {
    const held = data && heldRange(data)
    if (!held || busy || problem) return
    const distance = Math.max(held.from - ahead - last, first - ahead - held.until)
    if (distance > jump) {
      const place = ledger.at(ledger.pageOf(first))
      if (place && !isScrolling) other.mutate(place)
    } else if (last + ahead >= held.until && pages.hasNextPage && !(stays && held.until >= ledger.rowCount)) {
      void pages.fetchNextPage({ cancelRefetch: false })
    } else if (first - ahead < held.from && pages.hasPreviousPage) {
      void pages.fetchPreviousPage({ cancelRefetch: false })
    }
  }

  function loadMore() {
    if (!busy) void pages.fetchNextPage({ cancelRefetch: false })
  }

  function retry() {
    if (other.error && other.variables) other.mutate(other.variables)
    else if (!data) void pages.refetch()
    else if (pages.isFetchPreviousPageError) void pages.fetchPreviousPage({ cancelRefetch: false })
    else loadMore()
  }

  function edit(change: (held: readonly Page[]) => readonly Page[] | null): boolean {
    const next = data && !busy ? change(data.pages) : null
    if (next) cache.setQueryData<Pages>(queryKey, { pages: [...next], pageParams: next.map(({ place }) => place) })
    return next !== null
  }

  return {
    edit,
    status: data ? 'ready' : problem && !busy ? 'failed' : 'loading',
    ledger,
    pages: data?.pages ?? noPages,
    rowCount: ledger.rowCount,
    end: ledger.end,
    isFetching: busy,
    isRefreshing: other.isPending && other.variables?.index === 0,
    problem: busy ? null : problem,
    rowAt,
    indexOf,
    want,
    loadMore,
    retry,
    refresh: () => {
      if (!other.isPending) other.mutate(newLedger(plan.streams[0]).first)
    },
  }
}

/** A signal that is aborted when the component goes. */
function useUnmountSignal(): () => AbortSignal {
  const controller = useRef<AbortController | null>(null)
  useEffect(() => () => controller.current?.abort(), [])
  return useCallback(() => {
    if (!controller.current || controller.current.signal.aborted) controller.current = new AbortController()
    return controller.current.signal
  }, [])
}

interface HeldRange {
  readonly from: number
  /** The row after the last one held. */
  readonly until: number
}

function heldRange({ pages }: Pages): HeldRange | null {
  const first = pages[0]?.place
  const last = pages.at(-1)
  if (!first || !last) return null
  const { ledger } = first
  return { from: ledger.startOf(first.index), until: ledger.startOf(last.place.index) + last.rows.length }
}

function heldRow({ pages }: Pages, index: number): ActivityRow | null {
  const first = pages[0]?.place
  if (!first) return null
  const { ledger } = first
  const number = ledger.pageOf(index)
  const page = pages[number - first.index]
  return page && ledger.holds(page.place) ? (page.rows[index - ledger.startOf(number)] ?? null) : null
}

function heldIndex({ pages }: Pages, id: string): number | null {
  for (const { place, rows } of pages) {
    const index = place.ledger.holds(place) ? rows.findIndex((row) => row.id === id) : -1
    if (index >= 0) return place.ledger.startOf(place.index) + index
  }
  return null
}

/** A page that came back changed makes the pages after it no longer follow from it. */
function withoutForgotten(data: Pages): Pages {
  const pages = data.pages.filter(({ place }) => place.ledger.holds(place))
  if (pages.length === data.pages.length || pages.length === 0) return data
  return { pages, pageParams: pages.map(({ place }) => place) }
}

/** One list at a time is looked at: of the others, the few last ones are kept for Back and Forward. */
export function useFewLists(queryKey: readonly unknown[], most = 6): void {
  const cache = useQueryClient()
  const id = JSON.stringify(queryKey)
  useEffect(() => {
    const lists = cache
      .getQueryCache()
      .findAll({ type: 'inactive', predicate: (query) => query.queryKey[1] === 'activities' })
      .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
    for (const query of lists.slice(most)) cache.getQueryCache().remove(query)
  }, [cache, id, most])
}
