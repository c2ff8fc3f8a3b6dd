/** What listens to keys, from the first moment on, and what opens over the page. */
import { Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { withoutFilters } from '#core/query/changes.ts'
import { serializeSearch } from '#core/query/search-params.ts'
import { useAttention } from '#explorer/at-rest.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { focusForm, focusLeads, focusPeriod } from '#explorer/filters/choose-lead.ts'
import { useChange } from '#explorer/filters/use-change.ts'
import { focusList } from '#explorer/reading/focus-list.ts'
import type { Said } from './action-registry.ts'
import { createKeptKeys } from './kept-keys.ts'
import { useActions } from './use-action.ts'
import { fetchPart } from '#lib/fetch-part.ts'
import { lazyPart } from '#ui/lazy-part.tsx'

const Palette = lazyPart(() => import('#explorer/palette/palette.tsx').then((module) => ({ default: module.Palette })))
const KeysSheet = lazyPart(() => import('./keys-sheet.tsx').then((module) => ({ default: module.KeysSheet })))

type Over = 'palette' | 'keys' | null

export function ActionCenter() {
  const { actions } = useExplorer()
  const [over, setOver] = useState<Over>(null)
  const [opened, setOpened] = useState<ReadonlySet<Over>>(new Set())

  function open(what: Over) {
    setOver(what)
    setOpened((before) => new Set([...before, what]))
  }

  useActions([
    { id: 'palette', run: () => open('palette') },
    { id: 'keys', run: () => open('keys') },
  ])
  useFilterActions()
  const isAttended = useAttention()
  const [keys] = useState(() => createKeptKeys())

  useEffect(() => {
    document.addEventListener('keydown', keys.onKey)
    return () => document.removeEventListener('keydown', keys.onKey)
  }, [keys])
  useEffect(() => {
    const load = async () => {
      const { keysOfPage } = await fetchPart(() => import('./keys-of-page.ts'))
      await keys.become(keysOfPage(actions))
    }
    // Where that cannot be loaded the page says so, and everything can be done without keys.
    if (isAttended) void load().catch(() => undefined)
  }, [keys, actions, isAttended])

  // What is typed until it is there is not for the page.
  useEffect(() => {
    if (over === null) return undefined
    return actions.hold(() => document.querySelector('[role=dialog]') !== null)
  }, [actions, over])

  const close = (isOpen: boolean) => {
    if (!isOpen) setOver(null)
  }
  return (
    <>
      <Suspense fallback={null}>
        {opened.has('palette') && <Palette open={over === 'palette'} onOpenChange={close} />}
        {opened.has('keys') && <KeysSheet open={over === 'keys'} onOpenChange={close} />}
      </Suspense>
      <SaidNote />
    </>
  )
}

function useFilterActions() {
  const { query, actions } = useExplorer()
  const change = useChange()
  const cleared = withoutFilters(query)
  const isClear = serializeSearch(query) === serializeSearch(cleared)

  function toRows() {
    const sheet = actions.best('close-filters')
    if (!sheet?.unavailable) sheet?.run()
    // What was typed is applied first, and is another list.
    requestAnimationFrame(() => requestAnimationFrame(focusList))
  }

  const clear = () => {
    change(() => cleared)
    actions.say('Filters removed. Back brings them back.')
  }
  useActions([
    { id: 'first-filter', run: focusForm },
    { id: 'leads', run: focusLeads },
    { id: 'period', run: focusPeriod },
    { id: 'to-rows', run: toRows },
    { id: 'clear-filters', run: clear, unavailable: isClear ? 'There are no filters.' : null },
  ])
}

/** Milliseconds for which it stays on screen. It is announced, and says nothing that cannot be found otherwise. */
const stay = 4000

function SaidNote() {
  const { actions } = useExplorer()
  const said = useSyncExternalStore(actions.subscribe, actions.said)
  const [gone, setGone] = useState<Said | null>(said)
  useEffect(() => {
    const timer = setTimeout(() => setGone(said), stay)
    return () => clearTimeout(timer)
  }, [said])
  if (said === null || said === gone) return null
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none fixed inset-x-0 bottom-4 z-30 mx-auto w-fit max-w-[calc(100vw-2rem)] rounded-lg border border-line-strong bg-ink px-3 py-1.5 text-surface shadow-lg"
    >
      {said.text}
    </div>
  )
}
