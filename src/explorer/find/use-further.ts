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
  const { outline } = conversations
  const isOver = since !== null && (matches > since || end !== 'open' || problem !== null)

  useEffect(() => {
    if (since === null || isFetching || isSearching) return
    if (isOver) {
      setSince(null)
      const row = store.found().rows[since]
      if (row === undefined) return
      store.publish({ ...store.found(), current: row })
      store.show(row)
    } else {
      // The view goes along: rows far from it are not held.
      if (outline.lineCount > 0) store.show(outline.lineAt(outline.lineCount - 1).row)
      loadMore()
    }
  }, [since, isOver, isFetching, isSearching, loadMore, outline, store])

  return {
    isRunning: since !== null,
    start: () => setSince(matches),
    stop: () => setSince(null),
  }
}
