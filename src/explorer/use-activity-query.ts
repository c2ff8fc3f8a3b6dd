/**
 * The query lives in the address, and this is the only place that reads or writes it. Going Back or Forward brings
 * back the filters, the parked values and where the table was scrolled to; the last two are kept in the history entry's
 * state, because they are nobody else's business.
 */
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { noRefinements } from '#core/activity/refinements.ts'
import type { ActivityQuery } from '#core/query/activity-query.ts'
import { leavingColumns } from '#core/query/changes.ts'
import { parseSearch, serializeSearch } from '#core/query/search-params.ts'
import type { Clock } from '#lib/clock.ts'
import { type EntryState, newEntryState, readEntryState } from './entry-state.ts'
import type { Parked } from './parked.ts'

/** What the address says at one moment. The same query keeps the same object. */
export interface Visit {
  readonly query: ActivityQuery
  /** Sentences about how the link was read. */
  readonly notes: readonly string[]
  /** Names of parameters that carried a key or a token, and were removed from the address. */
  readonly secrets: readonly string[]
  readonly parked: Parked
  /** Tells history entries apart. */
  readonly entry: string
  /** When it was asked, in milliseconds since 1970: relative periods count from here. */
  readonly at: number
}

export interface SetQueryOptions {
  /** Instead of a new history entry: while typing. */
  readonly replace?: boolean | undefined
  readonly parked?: Parked | undefined
  /** As of now, also where the query stays the same: the days of a relative period may have moved on. */
  readonly anew?: boolean | undefined
}

export type SetQuery = (
  next: ActivityQuery | ((query: ActivityQuery) => ActivityQuery),
  options?: SetQueryOptions,
) => void

export interface Address {
  readonly getSnapshot: () => Visit
  readonly subscribe: (listener: () => void) => () => void
  readonly setQuery: SetQuery
  /** How many rows this entry was scrolled down when it was left; null when it was never scrolled. */
  readonly place: () => number | null
  /** Call it when scrolling rests: browsers limit how often the entry may be written. */
  readonly rememberPlace: (rows: number) => void
  /** Asks the same again, as of now. */
  readonly renew: () => void
}

type Browser = Pick<Window, 'location' | 'history' | 'addEventListener'>

/** Reads the address and puts its canonical form, free of secrets, in its place. Made once for a page. */
export function createAddress(browser: Browser, clock: Pick<Clock, 'now'>): Address {
  const listeners = new Set<() => void>()
  const places = new Map<string, number>()
  let visit = arrive(null)

  /** Takes in the address as it is now: at the start, and after Back or Forward. */
  function arrive(before: Visit | null): Visit {
    const { location, history } = browser
    const state = readEntryState(history.state) ?? newEntryState()
    const { query, notes, secrets: inSearch } = parseSearch(location.search)
    // Sign-in pages hand over tokens behind a hash. Nothing else is read there.
    const secrets = [...new Set([...inSearch, ...parseSearch(location.hash.replace('#', '?')).secrets])]
    const search = serializeSearch(query)
    if (state.rows !== null) places.set(state.entry, state.rows)
    write('replace', search, state)
    const same = before !== null && serializeSearch(before.query) === search
    return {
      query: same ? before.query : query,
      notes,
      secrets,
      parked: state.parked,
      entry: state.entry,
      at: before !== null && isSameQuestion(before.query, query) ? before.at : clock.now(),
    }
  }

  function write(how: 'push' | 'replace', search: string, state: EntryState) {
    const { location, history } = browser
    const url = location.pathname + (search === '' ? '' : `?${search}`)
    try {
      if (how === 'push') history.pushState(state, '', url)
      else history.replaceState(state, '', url)
    } catch {
      // Browsers refuse more than some hundred changes in half a minute. The page goes on; the next change catches up.
    }
  }

  /** Keeps the place in the entry itself, where it outlives a reload. */
  function keepPlace() {
    const rows = places.get(visit.entry)
    if (rows !== undefined)
      write('replace', serializeSearch(visit.query), { entry: visit.entry, parked: visit.parked, rows })
  }

  const setQuery: SetQuery = (next, { replace = false, parked = visit.parked, anew = false } = {}) => {
    const wanted = leavingColumns(typeof next === 'function' ? next(visit.query) : next, visit.query)
    const search = serializeSearch(wanted)
    const same = search === serializeSearch(visit.query)
    if (same && !anew && sameParked(parked, visit.parked)) return
    const stays = replace || same
    const entry = stays ? visit.entry : newEntryState().entry
    const isSame = isSameList(wanted, visit.query)
    const rows = stays || isSame ? (places.get(visit.entry) ?? null) : null
    if (rows !== null) places.set(entry, rows)
    write(stays ? 'replace' : 'push', search, { entry, parked, rows })
    const query = same ? visit.query : parseSearch(search).query
    become({
      query,
      parked,
      entry,
      // How the link was read concerns its list, whatever is opened in it and whichever columns it is shown with.
      notes: isSame ? visit.notes : [],
      secrets: isSame ? visit.secrets : [],
      // What is seen goes on being what it was: past midnight, "today" is another list, and that is for the reader to ask for.
      at: !anew && isSameQuestion(wanted, visit.query) ? visit.at : clock.now(),
    })
  }

  function become(next: Visit) {
    visit = next
    for (const listener of listeners) listener()
  }

  browser.addEventListener('popstate', () => become(arrive(visit)))

  return {
    getSnapshot: () => visit,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setQuery,
    place: () => places.get(visit.entry) ?? null,
    rememberPlace(rows) {
      if (places.get(visit.entry) === rows) return
      places.set(visit.entry, rows)
      keepPlace()
    },
    renew: () => become({ ...visit, at: clock.now() }),
  }
}

/** What Close is asked. A refinement asks it nothing. */
function isSameQuestion(a: ActivityQuery, b: ActivityQuery): boolean {
  return isSameList({ ...a, ...noRefinements }, { ...b, ...noRefinements })
}

/** Opening an activity, and other columns, leave the table where it is. */
function isSameList(a: ActivityQuery, b: ActivityQuery): boolean {
  return listSearch(a) === listSearch(b)
}

function listSearch(query: ActivityQuery): string {
  return serializeSearch({ ...query, open: null, columns: [] })
}

function sameParked(a: Parked, b: Parked): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

export function useActivityQuery(address: Address): Visit & { readonly setQuery: SetQuery } {
  const visit = useSyncExternalStore(address.subscribe, address.getSnapshot)
  const setQuery = useCallback<SetQuery>((next, options) => address.setQuery(next, options), [address])
  return useMemo(() => ({ ...visit, setQuery }), [visit, setQuery])
}
