import { useEffect, useId, useRef, useSyncExternalStore } from 'react'
import { useAction } from '#explorer/actions/use-action.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { useMediaQuery } from '#explorer/use-media-query.ts'
import { IconButton } from '#ui/button.tsx'
import { ActivityDetails } from './activity-details.tsx'
import { InspectorProblem } from './inspector-problem.tsx'
import { focusRow } from './focus-row.ts'
import { useActivity } from './use-activity.ts'

/** The activity that the link names, with everything Close knows of it. */
export function Inspector({ id }: { id: string }) {
  const titleId = useId()
  const { client, setQuery, steps: store } = useExplorer()
  const steps = useSyncExternalStore(store.subscribe, store.getSnapshot)
  const isSheet = useMediaQuery('(width < 640px)')
  const panel = useRef<HTMLElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const activity = useActivity(id)

  function close() {
    const hadFocus = isSheet || panel.current?.contains(document.activeElement)
    setQuery((now) => ({ ...now, open: null }))
    if (hadFocus) requestAnimationFrame(() => focusRow(id))
  }

  const previous = () => steps?.canGoBack && steps.go(-1)
  const next = () => steps?.canGoOn && steps.go(1)
  useAction('close-activity', close)

  // As a sheet it covers the row that had the focus.
  useEffect(() => {
    if (isSheet) panel.current?.querySelector<HTMLElement>('[aria-label="Close activity"]')?.focus()
  }, [isSheet])

  // Another activity is read from its beginning. What scrolling answers with is no clean-up.
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
  }, [id])

  return (
    <aside
      ref={panel}
      aria-label="Activity"
      aria-busy={steps?.isOnTheWay || undefined}
      className="fixed inset-0 z-30 flex min-h-0 flex-col bg-surface sm:absolute sm:inset-y-0 sm:right-0 sm:left-auto sm:w-[440px] sm:max-w-full sm:border-s sm:border-line sm:shadow-lg xl:relative xl:z-0 xl:shrink-0 xl:shadow-none"
    >
      <header className="flex h-10 shrink-0 items-center justify-between gap-2 border-b border-line ps-4 pe-1">
        <h2 id={titleId} className="truncate font-semibold">
          Activity
        </h2>
        <div className="flex items-center">
          <IconButton
            label="Previous activity"
            aria-keyshortcuts="k"
            icon="chevron-up"
            greyed={!steps?.canGoBack}
            onClick={previous}
          />
          <IconButton
            label="Next activity"
            aria-keyshortcuts="j"
            icon="chevron-down"
            greyed={!steps?.canGoOn}
            onClick={next}
          />
          <IconButton label="Close activity" icon="cross" onClick={close} />
        </div>
      </header>
      <div
        ref={scroller}
        className="min-h-0 grow overflow-y-auto overscroll-contain"
        tabIndex={0}
        role="group"
        aria-labelledby={titleId}
      >
        {activity.data ? (
          <ActivityDetails key={id} id={id} wire={activity.data} />
        ) : activity.error && !activity.isFetching ? (
          <InspectorProblem problem={activity.error} steps={steps} onRetry={() => void activity.refetch()} />
        ) : (
          <p className="p-4 text-ink-muted">{client ? 'Loading…' : 'Connect to Close to see this activity.'}</p>
        )}
      </div>
    </aside>
  )
}
