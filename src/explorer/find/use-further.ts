import { useEffect, useState } from 'react'
import type { Activities } from '#explorer/results/use-activities.ts'
import type { ConversationsView } from '#explorer/results/use-conversations.ts'
import type { FindStore } from './find-store.ts'

interface Needs {
  store: FindStore
  activities: Activities
  conversations: ConversationsView
  matches: number
  isSearching: boolean
}

/** Loads page after page until there is another match, the list ends, or somebody stops it. */
export function useFurther({ store, activities, conversations, matches, isSearching }: Needs) {
  const { end, isFetching, problem, loadMore } = activities
  /** The number of matches when it began; null while it does not run. */
  const [since, setSince] = useState<number | null>(null)
  /** The match it was ended by. */
  const [reached, setReached] = useState<number | null>(null)
  const { outline } = conversations
  const isBusy = isFetching || isSearching

  if (since !== null && !isBusy && (matches > since || end !== 'open' || problem !== null)) {
    setReached(matches > since ? since : null)
    setSince(null)
  }

  useEffect(() => {
    const row = reached === null ? undefined : store.found().rows[reached]
    if (row === undefined) return
    store.publish({ ...store.found(), current: row })
    store.show(row)
  }, [reached, store])

  useEffect(() => {
    if (since === null || isBusy) return
    // The view goes along: rows far from it are not held.
    if (outline.lineCount > 0) store.show(outline.lineAt(outline.lineCount - 1).row)
    loadMore()
  }, [since, isBusy, loadMore, outline, store])

  return {
    isRunning: since !== null,
    start: () => {
      setReached(null)
      setSince(matches)
    },
    stop: () => setSince(null),
  }
}
