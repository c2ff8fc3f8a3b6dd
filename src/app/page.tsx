import { lazy, Suspense } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import { ActiveFilters } from '#explorer/filters/active-filters.tsx'
import { LinkNotice } from '#explorer/filters/link-notice.tsx'
import { Results } from '#explorer/results/results.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { StarterQuestions } from './starter-questions.tsx'
import { TopBar } from './top-bar.tsx'
import { useFilterPanel } from './use-filter-panel.ts'

const Inspector = lazy(() =>
  import('#explorer/inspector/inspector.tsx').then((module) => ({ default: module.Inspector })),
)

/** The whole page: what is asked on the left, the answer beside it, one activity on the right. */
export function Page() {
  const { query } = useExplorer()
  const panel = useFilterPanel()
  return (
    <div className="flex h-dvh flex-col">
      <TopBar panel={panel} />
      <div className="relative flex min-h-0 grow">
        <FilterPanel panel={panel} />
        <main inert={panel.coversPage} className="relative flex min-w-0 grow flex-col">
          <div className="flex max-h-[40%] shrink-0 flex-col gap-2 overflow-y-auto not-empty:p-2">
            <LinkNotice />
            <ActiveFilters />
            <StarterQuestions />
          </div>
          <Results />
        </main>
        {query.open !== null && (
          <Suspense fallback={null}>
            <Inspector id={query.open} />
          </Suspense>
        )}
      </div>
    </div>
  )
}
