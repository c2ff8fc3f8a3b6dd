import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { emptyQuery } from '#core/query/activity-query.ts'
import { withoutFilters } from '#core/query/changes.ts'
import { parsePaste } from '#core/query/paste.ts'
import { serializeSearch } from '#core/query/search-params.ts'
import { arbitraryQuery } from '#core/query/testing/arbitrary-query.ts'
import { check } from '#core/query/testing/property.ts'
import { nothingParked } from './parked.ts'
import { createAddress } from './use-activity-query.ts'

const clock = { now: () => Date.UTC(2026, 2, 4) }

/** As much of a browser as an address needs: entries, and the way back. */
function browserAt(search: string) {
  const entries: { url: string; state: unknown }[] = [{ url: `/${search}`, state: null }]
  let now = 0
  const listeners: (() => void)[] = []
  const current = () => entries[now] ?? { url: '/', state: null }
  const browser = {
    location: {
      pathname: '/',
      get search() {
        const url = current().url.split('#')[0] ?? ''
        return url.includes('?') ? url.slice(url.indexOf('?')) : ''
      },
      get hash() {
        const { url } = current()
        return url.includes('#') ? url.slice(url.indexOf('#')) : ''
      },
    },
    history: {
      get state() {
        return current().state
      },
      pushState(state: unknown, _: string, url: string) {
        entries.splice(now + 1, Infinity, { url, state })
        now += 1
      },
      replaceState(state: unknown, _: string, url: string) {
        entries[now] = { url, state }
      },
    },
    addEventListener: (type: string, listener: () => void) => {
      if (type === 'popstate') listeners.push(listener)
    },
  }
  const go = (by: number) => {
    now += by
    for (const listener of listeners) listener()
  }
  // Only what is used of a window is there.
  return { window: browser as unknown as Window, entries, current, go }
}

test('a key in a link is gone from the address before anything else happens', () => {
  const { window, entries } = browserAt('?api_key=api_123.456&resource=call#token=x')
  const address = createAddress(window, clock)
  expect(JSON.stringify(entries)).not.toMatch(/api_123|token/)
  expect(entries[0]?.url).toBe('/?resource=call')
  expect(address.getSnapshot().secrets).toEqual(['api_key', 'token'])
})

test('how a link was read is said as long as its list is shown, with whichever columns', () => {
  const { window } = browserAt('?api_key=api_123.456&resource=call&_skip=5')
  const address = createAddress(window, clock)
  const { notes } = address.getSnapshot()
  expect(notes).toHaveLength(1)
  // As remembered columns do, before anything is drawn.
  address.setQuery((query) => ({ ...query, columns: ['time', 'user'] }), { replace: true })
  address.setQuery((query) => ({ ...query, open: 'acti_x' }))
  expect(address.getSnapshot()).toMatchObject({ notes, secrets: ['api_key'] })
  address.setQuery((query) => ({ ...query, resource: 'sms' }))
  expect(address.getSnapshot()).toMatchObject({ notes: [], secrets: [] })
})

test('columns chosen for one type stay with it: they go when its filter does, and come when they are asked for', () => {
  const address = createAddress(browserAt('?lead_id=lead_1&_type__in=Call&cols=time,duration').window, clock)
  const columns = () => address.getSnapshot().query.columns
  address.setQuery((query) => ({ ...query, userIds: ['user_1'] }))
  expect(columns()).toEqual(['time', 'duration'])
  address.setQuery((query) => ({ ...query, types: [] }))
  expect(columns()).toEqual([])
  address.setQuery((query) => ({ ...query, columns: ['time', 'user'] }))
  address.setQuery((query) => ({ ...query, types: ['Call', 'Note'] }))
  expect(columns()).toEqual(['time', 'user'])
  address.setQuery((query) => ({ ...query, types: ['Call'], columns: ['time', 'lead'] }))
  expect(columns()).toEqual(['time', 'lead'])
})

test('an applied change is a new entry, and Back returns to the same query', () => {
  const { window, current, go } = browserAt('')
  const address = createAddress(window, clock)
  const before = address.getSnapshot().query
  address.setQuery({ ...emptyQuery, resource: 'call' })
  expect(current().url).toBe('/?resource=call')
  go(-1)
  expect(address.getSnapshot().query).toEqual(before)
})

test('typing replaces the entry', () => {
  const { window, entries } = browserAt('')
  const address = createAddress(window, clock)
  address.setQuery((query) => ({ ...query, limit: 5 }), { replace: true })
  address.setQuery((query) => ({ ...query, limit: 50 }), { replace: true })
  expect(entries.map(({ url }) => url)).toEqual(['/?_limit=50'])
})

test('the same query again changes nothing and keeps its object', () => {
  const { window, entries } = browserAt('?resource=call')
  const address = createAddress(window, clock)
  const listener = vi.fn()
  address.subscribe(listener)
  const { query } = address.getSnapshot()
  address.setQuery({ ...query, leadIds: [] })
  expect(listener).not.toHaveBeenCalled()
  expect(entries).toHaveLength(1)
  expect(address.getSnapshot().query).toBe(query)
})

test('a refinement asks nothing: past midnight the days stay; another filter and the same days chosen again are as of now', () => {
  const { window, entries, go } = browserAt('?range=today')
  let hour = 0
  const address = createAddress(window, { now: () => hour })
  address.rememberPlace(7)
  hour = 1
  address.setQuery((query) => ({ ...query, loadedText: 'renewal' }))
  expect(address.getSnapshot().at).toBe(0)
  expect(address.place()).toBeNull()
  go(-1)
  expect(address.getSnapshot().at).toBe(0)
  address.setQuery((query) => query, { anew: true })
  expect(address.getSnapshot().at).toBe(1)
  expect(entries).toHaveLength(2)
  hour = 2
  address.setQuery((query) => query)
  expect(address.getSnapshot().at).toBe(1)
  address.setQuery((query) => ({ ...query, resource: 'call' }))
  expect(address.getSnapshot().at).toBe(2)
})

test('parked values and the place in the table come back with their entry, and stay out of the URL', () => {
  const { window, current, go } = browserAt('?resource=call')
  const address = createAddress(window, clock)
  address.setQuery((query) => query, { parked: { ...nothingParked, userIds: ['user_1'] } })
  address.rememberPlace(120.5)
  address.setQuery({ ...emptyQuery, resource: 'note' }, { parked: nothingParked })
  expect(address.place()).toBeNull()
  go(-1)
  expect(address.getSnapshot().parked.userIds).toEqual(['user_1'])
  expect(address.place()).toBe(120.5)
  expect(current().url).toBe('/?resource=call')
})

test('the place outlives a reload', () => {
  const { window } = browserAt('')
  createAddress(window, clock).rememberPlace(42)
  expect(createAddress(window, clock).place()).toBe(42)
})

test('a state that somebody else left is not trusted', () => {
  const { window, entries } = browserAt('')
  entries[0] = { url: '/', state: { entry: 'x', rows: 'many', parked: { userIds: 'user_1', types: [1, 'Call'] } } }
  const { parked } = createAddress(window, clock).getSnapshot()
  expect(parked).toEqual({ ...nothingParked, types: ['Call'] })
})

test('any filter of a link outlives reload, paste and Back; a reset leaves none of it in the address', () => {
  check(
    fc.property(arbitraryQuery, (query) => {
      const { window, current, go } = browserAt('')
      const address = createAddress(window, clock)
      address.setQuery(query)
      const { url } = current()
      const said = createAddress(window, clock).getSnapshot().query
      expect(said).toEqual(address.getSnapshot().query)
      expect(parsePaste(`https://explorer.example${url}`)).toMatchObject({ status: 'understood', query: said })

      const cleared = withoutFilters(said)
      address.setQuery(cleared)
      expect(current().url).toBe(`/${withMark(serializeSearch(cleared))}`)
      expect(createAddress(window, clock).getSnapshot().query).toEqual(cleared)
      if (current().url === url) return
      go(-1)
      expect(address.getSnapshot().query).toEqual(said)
      expect(current().url).toBe(url)
    }),
    1000,
  )
})

function withMark(search: string): string {
  return search === '' ? '' : `?${search}`
}
