import { useEffect, useId, useRef } from 'react'
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
  const { client, setQuery } = useExplorer()
  const isSheet = useMediaQuery('(width < 640px)')
  const panel = useRef<HTMLElement>(null)
  const activity = useActivity(id)

  function close() {
    const hadFocus = isSheet || panel.current?.contains(document.activeElement)
    setQuery((now) => ({ ...now, open: null }))
    if (hadFocus) requestAnimationFrame(() => focusRow(id))
  }

  useEscape(close)

  // As a sheet it covers the row that had the focus.
  useEffect(() => {
    if (isSheet) panel.current?.querySelector('button')?.focus()
  }, [isSheet])

  return (
    <aside
      ref={panel}
      aria-label="Activity"
      className="fixed inset-0 z-30 flex min-h-0 flex-col bg-surface sm:absolute sm:inset-y-0 sm:right-0 sm:left-auto sm:w-[440px] sm:max-w-full sm:border-s sm:border-line sm:shadow-lg xl:relative xl:z-0 xl:shrink-0 xl:shadow-none"
    >
      <header className="flex h-10 shrink-0 items-center justify-between gap-2 border-b border-line ps-3 pe-1">
        <h2 id={titleId} className="truncate font-semibold">
          Activity
        </h2>
        <IconButton label="Close activity" icon="cross" onClick={close} />
      </header>
      <div className="min-h-0 grow overflow-y-auto overscroll-contain" tabIndex={0} role="group" aria-labelledby={titleId}>
        {activity.data ? (
          <ActivityDetails key={id} id={id} wire={activity.data} />
        ) : activity.error && !activity.isFetching ? (
          <InspectorProblem problem={activity.error} onRetry={() => void activity.refetch()} />
        ) : (
          <p className="p-3 text-ink-muted">{client ? 'Loading…' : 'Connect to Close to see this activity.'}</p>
        )}
      </div>
    </aside>
  )
}

/** Escape closes it from the table, from itself and from nowhere; elsewhere the key has other work. */
function useEscape(close: () => void): void {
  const newest = useRef(close)
  useEffect(() => {
    newest.current = close
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !(event.target instanceof Element)) return
      if (event.target === document.body || event.target.closest('[role=grid], aside[aria-label=Activity]')) newest.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
