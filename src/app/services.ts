/** Everything that lives as long as the page, made once. */
import { QueryClient } from '@tanstack/react-query'
import { createCloseClient, type CloseClient } from '#client/close-client.ts'
import type { Credential } from '#client/credential.ts'
import { openPaceChannel, sharePace } from '#client/shared-pace.ts'
import { plan } from '#core/query/plan.ts'
import { basePaths, paceName, sandboxCredential } from '#explorer/connection/access.ts'
import { type Connection, createConnection } from '#explorer/connection/connection.ts'
import type { Viewer } from '#explorer/explorer-provider.tsx'
import { activitiesQuery } from '#explorer/results/activities-query.ts'
import { type Address, createAddress } from '#explorer/use-activity-query.ts'
import { systemClock } from '#lib/clock.ts'
import { type Announcer, createAnnouncer } from './announcer.ts'

export interface Services {
  readonly address: Address
  readonly cache: QueryClient
  readonly sandbox: CloseClient
  readonly connection: Connection
  readonly announcer: Announcer
  readonly viewer: Viewer
}

export function createServices(browser: Window): Services {
  const sandbox = clientFor(basePaths.sandbox, sandboxCredential)
  sharePace(sandbox.pacer, openPaceChannel(paceName('sandbox')))
  return {
    address: createAddress(browser, systemClock),
    cache: createCache(),
    sandbox,
    connection: createConnection({
      clientFor: (credential) => clientFor(basePaths.close, credential),
      share: ({ pacer }, organizationId) => sharePace(pacer, openPaceChannel(paceName('close', organizationId))),
    }),
    announcer: createAnnouncer(),
    viewer: {
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      locale: browser.navigator.language,
    },
  }
}

function clientFor(path: string, credential: Credential): CloseClient {
  return createCloseClient({
    fetch: (request) => globalThis.fetch(request),
    baseUrl: path,
    credential: () => credential,
    clock: systemClock,
  })
}

/** The client below retries and paces; the cache only keeps. Offline, a request fails with words instead of waiting unseen. */
function createCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        structuralSharing: false,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

/** Sends the first request for rows, before anything is drawn. */
export function askEarly({ address, cache, sandbox, viewer }: Services): void {
  const { query, at } = address.getSnapshot()
  const ready = plan(query, { timeZone: viewer.timeZone, now: at })
  if (query.source !== 'sandbox' || ready.status === 'blocked') return
  void cache.prefetchInfiniteQuery(
    activitiesQuery({ client: sandbox, plan: ready, source: query.source, generation: 0 }),
  )
}
