/** What listens to keys, from the first moment on, and what opens over the page. */
import { Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { withoutFilters } from '#core/query/changes.ts'
import { serializeSearch } from '#core/query/search-params.ts'
import { useAttention } from '#explorer/at-rest.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { focusForm, focusLeads, focusPeriod } from '#explorer/filters/choose-lead.ts'
import { useChange } from '#explorer/filters/use-change.ts'
import { focusList } from '#explorer/reading/focus-list.ts'
import { createKeptKeys } from './kept-keys.ts'
import { useActions } from './use-action.ts'
import { fetchPart } from '#lib/fetch-part.ts'
import { lazyPart } from '#ui/lazy-part.tsx'

const Palette = lazyPart(() => import('#explorer/palette/palette.tsx').then((module) => ({ default: module.Palette })))
const KeysSheet = lazyPart(() => import('./keys-sheet.tsx').then((module) => ({ default: module.KeysSheet })))
const SaidNote = lazyPart(() => import('./said-note.tsx').then((module) => ({ default: module.SaidNote })))

const hasRows = () => document.querySelector('[data-activity-id]') !== null
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 40))

type Over = 'palette' | 'keys' | null

export function ActionCenter() {
  const { actions } = useExplorer()
  const hasSaid = useSyncExternalStore(actions.subscribe, actions.said) !== null
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
      const [{ keysOfPage }] = await Promise.all([
        fetchPart(() => import('./keys-of-page.ts')),
        fetchPart(() => import('#explorer/selection/row-actions.tsx')),
      ])
      // Rows offer what can be done with them a moment later: React may hold back what was loaded late.
      for (let tries = 0; tries < 25 && hasRows() && !actions.best('copy-link'); tries += 1) await aMoment()
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
      {hasSaid && (
        <Suspense fallback={null}>
          <SaidNote />
        </Suspense>
      )}
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
