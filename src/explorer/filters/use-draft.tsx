import { type ChangeEvent, type ComponentProps, type ReactNode, Suspense, useState } from 'react'
import { useAttention } from '#explorer/at-rest.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { type TextName, toDraft } from './draft.ts'
import type { Period } from './period.ts'

/** What the fields need of the draft. */
export interface DraftView {
  readonly period: Period
  readonly choose: (period: Period) => void
  /** What an input needs to be a field of the draft. */
  readonly field: (
    name: TextName,
  ) => Omit<ComponentProps<'input'>, 'className' | 'id' | 'type'> & { error?: string | undefined }
}

export type DraftField = DraftView['field']

/** The fields that were typed in before the draft was there to take them. */
export type Typed = Map<TextName, HTMLInputElement>

const DraftEngine = lazyPart(async () => {
  const { DraftEngine: engine } = await import('./draft-engine.ts')
  await noDateIsHalfTyped()
  return { default: engine }
})

/**
 * The draft of the form. What takes it is loaded when somebody is there; until then the fields show the query, and keep what is
 * entered for it. `engine` belongs into the form.
 */
export function useDraft(): DraftView & { engine: ReactNode } {
  const { query, timeZone } = useExplorer()
  const isAttended = useAttention()
  const [view, setView] = useState<DraftView | null>(null)
  const [typed] = useState<Typed>(() => new Map())
  const [chosen, setChosen] = useState<Period | null>(null)
  const engine = isAttended && (
    <Suspense fallback={null}>
      <DraftEngine typed={typed} chosen={chosen} onView={setView} />
    </Suspense>
  )
  if (view) return { ...view, engine }

  const draft = toDraft(query, query.timeZone ?? timeZone)
  return {
    engine,
    period: chosen ?? draft.period,
    choose: setChosen,
    field: (name) => ({
      name,
      defaultValue: draft[name],
      onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement>) => void typed.set(name, currentTarget),
    }),
  }
}

/** Taking a field over would clear a date of which only a part is there. */
async function noDateIsHalfTyped(): Promise<void> {
  for (;;) {
    const at = document.activeElement
    if (!(at instanceof HTMLInputElement) || !at.validity.badInput) return
    await new Promise((resolve) => {
      for (const event of ['input', 'focusout']) at.addEventListener(event, resolve, { once: true })
    })
  }
}
