import { type KeyboardEvent, useEffect, useRef } from 'react'
import { isMac } from '#explorer/actions/is-mac.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { statusText } from '#explorer/results/status-text.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { findText } from './find-text.ts'
import { type FindNeeds, useFinding } from './use-finding.ts'
import { useFurther } from './use-further.ts'

/** Milliseconds without typing after which the outcome is said. */
const pause = 600

/** Finds a text in the rows that are loaded. */
export function FindBar(needs: FindNeeds & { onClose: () => void }) {
  const { activities, timeZone, onClose } = needs
  const { locale, announce } = useExplorer()
  const { type, go, ...state } = useFinding(needs)
  const further = useFurther({ ...needs, matches: state.matches, isSearching: state.isSearching })
  const input = useRef<HTMLInputElement>(null)
  const text = findText(state, locale)

  useEffect(() => input.current?.focus(), [])

  useEffect(() => {
    if (text === '' || state.isSearching || further.isRunning) return
    const timer = setTimeout(() => announce(text), pause)
    return () => clearTimeout(timer)
  }, [text, state.isSearching, further.isRunning, announce])

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && event.target === input.current) go(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
  }

  const { end, ledger, rowCount } = activities
  const way = { status: 'ready', rowCount, end, reached: ledger.reached } as const
  return (
    <div
      role="search"
      aria-label="Find in the table"
      onKeyDown={onKeyDown}
      className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-surface px-3 py-1"
    >
      <input
        ref={input}
        type="search"
        aria-label="Find in the table"
        placeholder="Find in loaded rows"
        aria-keyshortcuts={isMac ? 'Meta+F' : 'Control+F'}
        onChange={(event) => type(event.target.value)}
        className="h-7 w-56 min-w-0 rounded-md border border-line-strong bg-raised px-2 placeholder:text-ink-faint max-sm:w-0 max-sm:grow pointer-coarse:h-10 pointer-coarse:text-base"
      />
      <IconButton
        size="small"
        icon="chevron-up"
        label="Previous match"
        greyed={state.matches === 0 && 'There is no match.'}
        onClick={() => go(-1)}
      />
      <IconButton
        size="small"
        icon="chevron-down"
        label="Next match"
        greyed={state.matches === 0 && 'There is no match.'}
        onClick={() => go(1)}
      />
      <p className="min-w-0 text-ink-muted tabular-nums max-sm:order-last max-sm:w-full">
        {further.isRunning ? `${text} · ${statusText(way, { locale, timeZone })}` : text}
      </p>
      <span className="grow max-sm:hidden" />
      {state.typed !== '' && end === 'open' && (
        <Button size="small" onClick={further.isRunning ? further.stop : further.start}>
          {further.isRunning ? 'Stop' : 'Search further back'}
        </Button>
      )}
      <IconButton size="small" icon="cross" label="Close find" onClick={onClose} />
    </div>
  )
}
