import { useMemo, useState } from 'react'
import type { Names } from '#core/activity/names.ts'
import type { Wording } from '#core/query/describe.ts'
import { hasMovedOn } from '#core/query/period/today.ts'
import type { ActionRegistry } from '#explorer/actions/action-registry.ts'
import { catalogue, hindranceOf } from '#explorer/actions/catalogue.ts'
import { isMac } from '#explorer/actions/is-mac.ts'
import { keyCaps, keyText } from '#explorer/actions/key-names.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { useChange } from '#explorer/filters/use-change.ts'
import { useLeadSearch, useUsers } from '#explorer/filters/use-directory.ts'
import { recentText } from '#explorer/views/recent-text.ts'
import type { ViewBook } from '#explorer/views/view-book.ts'
import { useOpenView, useViewBook } from '#explorer/views/view-store.ts'
import { systemClock } from '#lib/clock.ts'
import { CommandDialog } from '#ui/command-dialog.tsx'
import { KeyCaps } from '#ui/key-caps.tsx'
import { type PaletteEntry, paletteGroups } from './palette-entry.ts'
import { controlEntries } from './page-controls.ts'
import { leadEntries, queryEntries, userEntries } from './query-entries.ts'
import { recentEntries, recentQuery, rememberEntry } from './recent-entries.ts'

interface Props {
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Everything that can be done, found by a few letters: actions, filters, leads, users, saved places. */
export function Palette({ open, onOpenChange }: Props) {
  const [text, setText] = useState('')
  const { entries, searching } = useEntries(text, open)
  const recent = useMemo(() => (open ? recentEntries() : []), [open])
  const groups = useMemo(
    () =>
      paletteGroups(entries, text, recent).map(({ label, items }) => ({
        label,
        items: items.map((entry) => ({
          ...entry,
          hint: entry.keys === undefined ? undefined : <KeyCaps presses={keyCaps(entry.keys, isMac)} />,
        })),
      })),
    [entries, text, recent],
  )
  return (
    <CommandDialog
      open={open}
      onOpenChange={(next) => {
        onOpenChange(next)
        if (!next) setText('')
      }}
      label="Do anything"
      placeholder="Actions, filters, leads, users…"
      text={text}
      onText={setText}
      groups={groups}
      status={searching ? 'Searching leads…' : null}
      empty="Nothing answers to this."
      onChoose={(entry) => {
        rememberEntry(entry)
        entry.run()
      }}
      footer="↑ ↓ to move, Enter to do it, Esc to close"
    />
  )
}

function useEntries(text: string, open: boolean) {
  const { query, names, locale, timeZone, at, actions } = useExplorer()
  const change = useChange()
  const isTyped = text.trim().length > 1
  const { data: users } = useUsers(open && isTyped)
  const { data: leads, searching } = useLeadSearch(text, open && isTyped)
  const book = useViewBook()
  const openView = useOpenView()
  const entries = useMemo(() => {
    if (!open) return []
    const wording = { locale, timeZone }
    return [
      ...actionEntries(actions),
      ...controlEntries(document),
      ...placeEntries({ book, open: openView, names, wording }),
      ...queryEntries(query, change, names, wording, hasMovedOn(query, timeZone, at, systemClock.now())),
      ...userEntries(
        query,
        change,
        (users ?? []).map((user) => ({ ...user, detail: user.active ? null : 'inactive', keywords: user.email })),
      ),
      ...leadEntries(
        query,
        change,
        (isTyped ? (leads ?? []) : []).map((lead) => ({ ...lead, detail: lead.status })),
      ),
    ]
  }, [open, actions, book, openView, query, change, names, locale, timeZone, at, users, leads, isTyped])
  return { entries, searching: searching && isTyped }
}

function actionEntries(registry: ActionRegistry): readonly PaletteEntry[] {
  return catalogue
    .filter(({ id, isTold, isLayer }) => !isTold && id !== 'palette' && !(isLayer && hindranceOf(id, registry)))
    .map(({ id, group, label, keys }) => ({
      id: `action:${id}`,
      group,
      label,
      keys: keys[0],
      keywords: keys.map((each) => keyText(each, isMac)).join(' '),
      unavailable: hindranceOf(id, registry),
      run: () => registry.run(id),
    }))
}

interface Places {
  readonly book: ViewBook
  readonly open: ReturnType<typeof useOpenView>
  readonly names: Names
  readonly wording: Wording
}

function placeEntries({ book, open, names, wording }: Places): readonly PaletteEntry[] {
  const views = book.views.map((view) => ({
    id: `view:${view.id}`,
    group: 'Saved views',
    label: view.name,
    keywords: 'view',
    run: () => open(view),
  }))
  const recent = book.recent.map(({ search }) => ({
    id: `${recentQuery}${search}`,
    group: 'Recent queries',
    label: recentText(search, names, wording),
    keywords: 'recent query',
    run: () => open({ search }),
  }))
  return [...views, ...recent]
}
