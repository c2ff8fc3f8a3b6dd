/** What is said of a query that asks for something, or of a link that came with more than that. A plain visit needs none of it. */
import { Suspense, useState } from 'react'
import { type ActivityQuery, emptyQuery } from '#core/query/activity-query.ts'
import { serializeSearch } from '#core/query/search-params.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { lazyPart } from '#ui/lazy-part.tsx'

const LazyActiveFilters = lazyPart(() =>
  import('./active-filters.tsx').then((module) => ({ default: module.ActiveFilters })),
)
const LazyLinkNotice = lazyPart(() => import('./link-notice.tsx').then((module) => ({ default: module.LinkNotice })))

export function ActiveFilters() {
  const { query } = useExplorer()
  const isWanted = useEver(!asksForAll(query))
  if (!isWanted) return null
  // One line of chips.
  return (
    <Suspense fallback={<div className="h-6.5 shrink-0 pointer-coarse:h-11.5" />}>
      <LazyActiveFilters />
    </Suspense>
  )
}

export function LinkNotice() {
  const { query, notes, secrets } = useExplorer()
  const isWanted = useEver(secrets.length + notes.length + query.unread.length > 0)
  if (!isWanted) return null
  return (
    <Suspense fallback={null}>
      <LazyLinkNotice />
    </Suspense>
  )
}

/** Without any filter or refinement; how the list is shown does not count. */
function asksForAll(query: ActivityQuery): boolean {
  const { source, resource, columns, timeZone, open, sort } = query
  return serializeSearch(query) === serializeSearch({ ...emptyQuery, source, resource, columns, timeZone, open, sort })
}

/** Stays true: what was there once keeps what it knows, such as where the focus goes. */
function useEver(now: boolean): boolean {
  const [ever, setEver] = useState(now)
  if (now && !ever) setEver(true)
  return ever || now
}
