import { useEffect, useRef } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Button } from '#ui/button.tsx'
import { useFocusKeeper } from './use-focus-keeper.ts'
import type { Activities } from './use-activities.ts'

/** Below the last row: the way on, or that this is all. */
export function ListFooter({ activities, count, text }: { activities: Activities; count: number; text: string }) {
  const { locale, announce } = useExplorer()
  const { status, end, isFetching, problem, loadMore } = activities
  const awaited = useRef<'asked' | 'coming' | null>(null)
  // What was asked for by hand is told. The end of the list tells itself, and so does a problem.
  useEffect(() => {
    if (isFetching && awaited.current) awaited.current = 'coming'
    if (isFetching || awaited.current !== 'coming') return
    awaited.current = null
    if (end === 'open' && !problem) announce(text)
  }, [isFetching, end, problem, announce, text])
  const ref = useFocusKeeper(end !== 'open')
  if (status !== 'ready') return null
  return (
    <div className="sticky start-0 flex h-12 w-fit max-w-[100vw] items-center px-3 text-ink-muted">
      {end === 'open' ? (
        <Button
          size="small"
          greyed={isFetching}
          onClick={() => {
            awaited.current = 'asked'
            loadMore()
          }}
        >
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
