import { QueryClientProvider } from '@tanstack/react-query'
import { ExplorerProvider } from '#explorer/explorer-provider.tsx'
import { Announcements } from './announcements.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Page } from './page.tsx'
import type { Services } from './services.ts'

export function App({ services }: { services: Services }) {
  const { cache, address, connection, sandbox, announcer, viewer } = services
  return (
    <ErrorBoundary>
      <QueryClientProvider client={cache}>
        <ExplorerProvider
          address={address}
          connection={connection}
          sandbox={sandbox}
          announce={announcer.announce}
          {...viewer}
        >
          <Page />
        </ExplorerProvider>
      </QueryClientProvider>
      <Announcements announcer={announcer} />
    </ErrorBoundary>
  )
}
