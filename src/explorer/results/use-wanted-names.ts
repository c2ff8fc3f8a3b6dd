import { useEffect, useRef } from 'react'
import type { Column } from '#core/activity/columns.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { namesIn } from './names-in.ts'
import type { View } from './use-wanted-rows.ts'
import type { ConversationsView } from './use-conversations.ts'

/** Milliseconds between two questions for names while rows rush by. */
const restless = 250

/** Rows below those in view are about to be read. */
const below = 60

/** Asks for the names of what is in view. */
export function useWantedNames(
  { first, last, isScrolling }: View,
  { outline, contentOf }: ConversationsView,
  columns: readonly Column[],
): void {
  const { nameStore } = useExplorer()
  const namedAt = useRef(0)
  useEffect(() => {
    const now = performance.now()
    if (isScrolling && now - namedAt.current < restless) return
    namedAt.current = now
    const until = Math.min(last + below, outline.lineCount - 1)
    nameStore.want('rows', () => {
      const indexes = Array.from({ length: Math.max(0, until - first + 1) }, (_, i) => first + i)
      return namesIn(
        indexes.map((index) => contentOf(outline.lineAt(index)).row),
        columns,
      )
    })
  }, [nameStore, first, last, isScrolling, contentOf, outline, columns])
}
