import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Column, ColumnContext } from '#core/activity/columns.ts'
import { FindIndex } from '#core/find/find-index.ts'
import { matchBeside, placeFrom } from '#core/find/step.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { namesIn } from '#explorer/results/names-in.ts'
import type { Activities } from '#explorer/results/use-activities.ts'
import type { ConversationsView } from '#explorer/results/use-conversations.ts'
import type { FindStore } from './find-store.ts'
import type { FindState } from './find-text.ts'
import { inSlices } from './in-slices.ts'

export interface FindNeeds {
  store: FindStore
  activities: Activities
  conversations: ConversationsView
  columns: readonly Column[]
  timeZone: string
}

interface Finding extends FindState {
  readonly type: (text: string) => void
  /** To the next match, or back. */
  readonly go: (by: 1 | -1) => void
}

/** Searches the loaded rows for what is typed, and again when there are more of them or more names. */
export function useFinding({ store, activities, conversations, columns, timeZone }: FindNeeds): Finding {
  const { locale, query, nameStore } = useExplorer()
  const { pages, ledger, rowCount } = activities
  const { outline } = conversations
  const { sort } = query
  const names = useSyncExternalStore(nameStore.subscribe, nameStore.getSnapshot)
  const found = useSyncExternalStore(store.subscribe, store.found)
  const [typed, setTyped] = useState('')
  /** What the outcome is for. */
  const [done, setDone] = useState<{ readonly pages: Activities['pages']; readonly typed: string } | null>(null)
  const isSearching = done?.pages !== pages || done.typed !== typed
  const context = useMemo<Omit<ColumnContext, 'names'>>(() => ({ timeZone, locale, sort }), [timeZone, locale, sort])
  // A refreshed list is another one.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const index = useMemo(() => new FindIndex(columns, context), [columns, context, ledger])

  // The table shows names, so names are what is searched.
  useEffect(
    () =>
      nameStore.want('find', () =>
        namesIn(
          pages.flatMap(({ rows }) => rows),
          columns,
        ),
      ),
    [nameStore, pages, columns],
  )

  useEffect(() => {
    index.keep(ledger.pageCount)
    for (const { place, rows } of pages) {
      if (ledger.holds(place)) index.put({ index: place.index, start: ledger.startOf(place.index), rows })
    }
    const control = new AbortController()
    async function search() {
      const all = await inSlices(index.search(typed.trim(), names), control.signal)
      if (!all) return
      setDone({ pages, typed })
      // What stands under a shut conversation, or is left out by a refinement, has no line to go to.
      const rows = all.filter((row) => outline.indexOf({ row, message: null }) !== null)
      const { current } = store.found()
      const set = new Set(rows)
      const stays = current !== null && set.has(current)
      const nearest = rows[placeFrom(rows, current ?? store.from()) % Math.max(1, rows.length)] ?? null
      store.publish({ typed: typed.trim(), rows, set, current: stays ? current : nearest })
      if (!stays && nearest !== null && typed.trim() !== '') store.show(nearest)
    }
    void search()
    return () => control.abort()
  }, [index, typed, names, pages, ledger, outline, store])

  return {
    typed: typed.trim(),
    matches: found.rows.length,
    current: found.current === null ? null : placeFrom(found.rows, found.current),
    searched: Math.min(index.rowCount, rowCount),
    loaded: rowCount,
    skipsMessages: conversations.isTree,
    isSearching,
    type: setTyped,
    go(by) {
      const current = matchBeside(found.rows, found.current ?? store.from() - by, by)
      if (current === null) return
      store.publish({ ...found, current })
      store.show(current)
    },
  }
}
