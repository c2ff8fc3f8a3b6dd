import { useEffect, useLayoutEffect, useRef } from 'react'
import { useAction } from '#explorer/actions/use-action.ts'
import { FiltersForm } from '#explorer/lazy-parts.tsx'
import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { SecondaryControls } from './secondary-controls.tsx'
import type { FilterPanelState } from './use-filter-panel.ts'

export const filterPanelId = 'filter-panel'

/** Holds the form. It stays mounted while it is folded away, with what is being typed in it. */
export function FilterPanel({ panel }: { panel: FilterPanelState }) {
  const { isOpen, isSheet, coversPage, close } = panel
  const element = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)

  useAction('close-filters', close, coversPage ? null : 'The filters cover nothing.')
  useEffect(() => {
    if (!coversPage) return
    heading.current?.focus()
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      focusToggle()
    }
  }, [coversPage, close])
  // What is folded away keeps the focus for a moment, and then nothing has it.
  useLayoutEffect(() => {
    if (!isOpen && element.current?.contains(document.activeElement)) focusToggle()
  }, [isOpen])

  return (
    <div
      ref={element}
      id={filterPanelId}
      hidden={!isOpen}
      role={isSheet ? 'region' : undefined}
      aria-label={isSheet ? 'Filters sheet' : undefined}
      className={cx(
        'flex min-h-0 flex-col bg-sunken',
        isSheet ? 'absolute inset-0 z-20' : 'w-[300px] shrink-0 border-e border-line',
        !isOpen && 'hidden!',
      )}
    >
      {isSheet && (
        <div className="flex shrink-0 items-center justify-between gap-2 border-b border-line px-3 py-1.5">
          <h2 ref={heading} tabIndex={-1} className="font-semibold outline-none">
            Filters
          </h2>
          <Button look="primary" onClick={close}>
            Show activities
          </Button>
        </div>
      )}
      <div className="min-h-0 grow overflow-y-auto overscroll-contain p-3">
        {isSheet && (
          <div className="mb-3 flex flex-wrap items-center gap-2 border-b border-line pb-3">
            <SecondaryControls />
          </div>
        )}
        <FiltersForm />
      </div>
    </div>
  )
}

function focusToggle() {
  document.querySelector<HTMLElement>(`[aria-controls=${filterPanelId}]`)?.focus()
}
