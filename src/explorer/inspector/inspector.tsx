import { useEffect, useId, useRef, useSyncExternalStore } from 'react'
import { useActions } from '#explorer/actions/use-action.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { useMediaQuery } from '#explorer/use-media-query.ts'
import { IconButton } from '#ui/button.tsx'
import { ActivityDetails } from './activity-details.tsx'
import { InspectorProblem } from './inspector-problem.tsx'
import { focusRow } from './focus-row.ts'
import type { Direction } from '#explorer/results/step-store.ts'
import { useActivity } from './use-activity.ts'

const notInTable = 'The open activity is not among the loaded rows.'

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

  function step(by: Direction) {
    if (!(by < 0 ? steps?.canGoBack : steps?.canGoOn)) return
    // The message's frame goes with the activity: the keys go on from the panel.
    if (document.activeElement instanceof HTMLIFrameElement && panel.current?.contains(document.activeElement)) {
      scroller.current?.focus({ preventScroll: true })
    }
    steps?.go(by)
  }

  const previous = () => step(-1)
  const next = () => step(1)
  const noWay = steps === null ? notInTable : null
  useActions([
    { id: 'close-activity', run: close },
    { id: 'inspector', run: close },
    { id: 'next', run: next, unavailable: noWay },
    { id: 'previous', run: previous, unavailable: noWay },
  ])

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
            greyed={noWay ?? (!steps?.canGoBack && 'There is no row above it.')}
            onClick={previous}
          />
          <IconButton
            label="Next activity"
            aria-keyshortcuts="j"
            icon="chevron-down"
            greyed={noWay ?? (!steps?.canGoOn && 'There is no row below it.')}
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
