import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import type { ActivityQuery, UnreadPart } from '#core/query/activity-query.ts'
import { describeRefinements } from '#core/query/describe-refinements.ts'
import { describeFilters } from '#core/query/describe.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { cx } from '#ui/cx.ts'
import { Icon } from '#ui/icon.tsx'
import { focusForm } from './choose-lead.ts'
import { useChange } from './use-change.ts'

/** What is asked, as sentences that can be taken back one by one; also what a link asked for and nobody understood. */
export function ActiveFilters() {
  const { query, names, locale, timeZone } = useExplorer()
  const change = useChange()
  const list = useRef<HTMLUListElement>(null)
  const removedAt = useRef<number | null>(null)
  const filters = describeFilters(query, names, { locale, timeZone })
  const refinements = describeRefinements(query, names)
  const sentences = filters.length + refinements.length

  // The focus goes to the chip that moved up, or the one before, or the form: never to the page.
  useLayoutEffect(() => {
    if (removedAt.current === null) return
    const buttons = list.current?.querySelectorAll('button') ?? []
    const next = buttons[Math.min(removedAt.current, buttons.length - 1)]
    removedAt.current = null
    if (next) next.focus()
    else focusForm()
  })

  function remove(index: number, edit: (now: ActivityQuery) => ActivityQuery) {
    removedAt.current = index
    change(edit)
  }

  if (sentences + query.unread.length === 0) return null
  return (
    <ul ref={list} aria-label="Active filters" className="flex min-w-0 flex-wrap gap-1.5">
      {filters.map(({ id, text, removed }, index) => (
        <Chip key={id} name={text} onRemove={() => remove(index, () => removed)}>
          {text}
        </Chip>
      ))}
      {refinements.map(({ id, text, removed }, index) => (
        <Chip key={id} name={text} isLoaded onRemove={() => remove(filters.length + index, () => removed)}>
          {text}
        </Chip>
      ))}
      {query.unread.map((part, index) => (
        <Chip
          key={`${part.name}=${part.value}`}
          name={textOf(part)}
          onRemove={() => remove(sentences + index, (now) => without(now, part))}
          warning={part.reason}
        >
          <s>{textOf(part)}</s>
        </Chip>
      ))}
    </ul>
  )
}

interface ChipProps {
  name: string
  onRemove: () => void
  /** A refinement, which Close knows nothing of. */
  isLoaded?: boolean
  /** Why it is not applied. */
  warning?: string
  children: ReactNode
}

function Chip({ name, onRemove, isLoaded, warning, children }: ChipProps) {
  const removeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return
    event.preventDefault()
    onRemove()
  }
  return (
    <li
      className={cx(
        'inline-flex max-w-full min-w-0 items-center rounded-xl border ps-2.5',
        warning
          ? 'border-dashed border-warn bg-warn-soft text-warn'
          : isLoaded
            ? 'border-dashed border-line-strong bg-raised'
            : 'border-line bg-raised',
      )}
    >
      <span className="min-w-0 py-0.5">
        {children}
        {isLoaded && <span className="ms-1.5 text-xs text-ink-muted">on loaded rows</span>}
        {warning && <span className="ms-1.5 text-xs">not applied: {warning}</span>}
      </span>
      <button
        type="button"
        aria-label={`Remove ${isLoaded ? 'refinement' : 'filter'}, ${name}`}
        title="Remove"
        onClick={onRemove}
        onKeyDown={removeByKey}
        className="flex size-6 shrink-0 cursor-default items-center justify-center rounded-full text-ink-muted hover:text-ink pointer-coarse:size-11"
      >
        <Icon name="cross" className="size-3" />
      </button>
    </li>
  )
}

/** A name and a value, cut where a value goes on for pages. */
function textOf({ name, value }: UnreadPart): string {
  const text = value === '' ? name : `${name}=${value}`
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

function without(query: ActivityQuery, part: UnreadPart): ActivityQuery {
  return { ...query, unread: query.unread.filter(({ name, value }) => name !== part.name || value !== part.value) }
}
