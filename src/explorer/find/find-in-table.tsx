import { Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { useAction } from '#explorer/actions/use-action.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Button } from '#ui/button.tsx'
import { createFindStore, type FindStore } from './find-store.ts'
import type { FindNeeds } from './use-finding.ts'
import { lazyPart } from '#ui/lazy-part.tsx'

const LazyFindBar = lazyPart(() => import('./find-bar.tsx').then((module) => ({ default: module.FindBar })))
const LazyFindMarks = lazyPart(() => import('./find-marks.tsx').then((module) => ({ default: module.FindMarks })))

function field(): HTMLInputElement | null {
  return document.querySelector('input[aria-label="Find in the table"]')
}

/** Made once for each list. */
export function useFindStore(): FindStore {
  const [store] = useState(createFindStore)
  return store
}

export function FindButton({ store }: { store: FindStore }) {
  const isOpen = useSyncExternalStore(store.subscribe, store.isOpen)
  return (
    <Button
      look="quiet"
      icon="search"
      aria-label="Find in the table"
      title="Find in the table"
      aria-expanded={isOpen}
      aria-keyshortcuts="/"
      onClick={() => store.setOpen(!isOpen)}
    />
  )
}

/** The field, while it is wanted. What it needs is loaded then. */
export function FindInTable(needs: FindNeeds) {
  const { store } = needs
  const { actions } = useExplorer()
  const isOpen = useSyncExternalStore(store.subscribe, store.isOpen)

  function open() {
    store.setOpen(true)
    field()?.focus()
    field()?.select()
  }

  function close() {
    const hadFocus = document.activeElement?.closest('[role=search]')?.contains(field()) ?? false
    store.setOpen(false)
    // The row that was found last is the current one.
    if (hadFocus)
      document
        .querySelector<HTMLElement>(
          ':is([role=grid], [role=treegrid]) [role=row][tabindex="0"], [data-found=current] [data-activity-id], [data-reading] h2',
        )
        ?.focus()
  }

  useAction('find', open)
  useAction('close-find', close, isOpen ? null : 'Nothing is looked for.')
  // Until the field is there, what is typed is not for the page.
  useEffect(() => (isOpen ? actions.hold(() => field() !== null) : undefined), [actions, isOpen])
  if (!isOpen) return null
  return (
    <Suspense fallback={null}>
      <LazyFindBar {...needs} onClose={close} />
    </Suspense>
  )
}

export function FindMarks({ store, outline }: Parameters<typeof LazyFindMarks>[0]) {
  const isOpen = useSyncExternalStore(store.subscribe, store.isOpen)
  if (!isOpen) return null
  return (
    <Suspense fallback={null}>
      <LazyFindMarks store={store} outline={outline} />
    </Suspense>
  )
}
