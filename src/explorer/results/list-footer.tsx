import { useExplorer } from '#explorer/explorer-context.ts'
import { Button } from '#ui/button.tsx'
import { useFocusKeeper } from './use-focus-keeper.ts'
import type { Activities } from './use-activities.ts'

/** Below the last row: the way on, or that this is all. */
export function ListFooter({ activities, count }: { activities: Activities; count: number }) {
  const { locale } = useExplorer()
  const { status, end, isFetching, loadMore } = activities
  const ref = useFocusKeeper(end !== 'open')
  if (status !== 'ready') return null
  return (
    <div className="sticky start-0 flex h-12 w-fit max-w-[100vw] items-center px-3 text-ink-muted">
      {end === 'open' ? (
        <Button size="small" greyed={isFetching} onClick={loadMore}>
          {isFetching ? 'Loading…' : 'Load more'}
        </Button>
      ) : (
        <p ref={ref} tabIndex={-1} className="outline-none">
          {end === 'ended'
            ? `That is all: ${count.toLocaleString(locale)}.`
            : 'The list stopped making sense here, so it may not be complete. Refresh to ask again.'}
        </p>
      )}
    </div>
  )
}
