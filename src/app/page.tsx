import { Suspense } from 'react'
import { ActionCenter } from '#explorer/actions/action-center.tsx'
import { useAction } from '#explorer/actions/use-action.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { ActiveFilters, LinkNotice } from '#explorer/filters/asked-parts.tsx'
import { Results } from '#explorer/results/results.tsx'
import { useMediaQuery } from '#explorer/use-media-query.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { ReloadNotice } from './reload-notice.tsx'
import { StarterQuestions } from './starter-questions.tsx'
import { TopBar } from './top-bar.tsx'
import { useFilterPanel } from './use-filter-panel.ts'
import { useFocusRescue } from './use-focus-rescue.ts'

const Inspector = lazyPart(() =>
  import('#explorer/inspector/inspector.tsx').then((module) => ({ default: module.Inspector })),
)

/** The whole page: what is asked on the left, the answer beside it, one activity on the right. */
export function Page() {
  const { query } = useExplorer()
  const panel = useFilterPanel()
  useFocusRescue()
  useAction('filters', panel.toggle)
  const isPhone = useMediaQuery('(width < 640px)')
  // The inspector covers the whole of a small screen: nothing below it is to be reached.
  const isCovered = isPhone && query.open !== null
  return (
    <div className="flex h-dvh min-h-104 flex-col max-sm:min-h-120">
      <div inert={isCovered}>
        <TopBar panel={panel} />
      </div>
      <div className="relative flex min-h-0 grow">
        <div inert={isCovered} className="contents">
          <FilterPanel panel={panel} />
        </div>
        <main inert={isCovered || panel.coversPage} className="relative flex min-w-0 grow flex-col">
          <div className="flex max-h-[40%] min-h-10 shrink-0 flex-col justify-center gap-2 overflow-y-auto px-3 py-1">
            <ReloadNotice />
            <LinkNotice />
            <ActiveFilters />
            <StarterQuestions />
            <p className="text-ink-faint not-only:hidden">No filters</p>
          </div>
          <Results />
        </main>
        {query.open !== null && (
          <Suspense fallback={null}>
            <Inspector id={query.open} />
          </Suspense>
        )}
      </div>
      <ActionCenter />
    </div>
  )
}
