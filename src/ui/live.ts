/**
 * Comboboxes come in two parts. What they look like shut is here at once; what makes them work is larger than all of the
 * table, and is loaded when a hand moves: before the first click or key gets to a field, as a rule. A field that was
 * reached earlier goes on from where it was.
 */
import { useLayoutEffect, useState, useSyncExternalStore } from 'react'
import type { LiveCombobox } from './live-combobox.tsx'
import type { LiveMultiCombobox } from './live-multi-combobox.tsx'
import { fetchPart } from '#lib/fetch-part.ts'

interface LiveParts {
  readonly LiveCombobox: typeof LiveCombobox
  readonly LiveMultiCombobox: typeof LiveMultiCombobox
}

/** What was done to a field before it became live. */
interface Done {
  readonly focused: boolean
  /** It was clicked, or asked to open by a key. */
  readonly open: boolean
  /** What was typed; null when nothing was. */
  readonly text: string | null
}

/** Where a shut field takes down what is done to it. */
export interface Resume {
  readonly done: () => Done
  readonly note: (change: Partial<Done>) => void
  readonly forget: () => void
}

const nothing: Done = { focused: false, open: false, text: null }

function createResume(): Resume {
  let done = nothing
  return {
    done: () => done,
    note: (change) => {
      done = { ...done, ...change }
    },
    forget: () => {
      done = nothing
    },
  }
}

let parts: LiveParts | null = null
let isLoading = false
const listeners = new Set<() => void>()

async function load() {
  if (isLoading) return
  isLoading = true
  try {
    parts = await fetchPart(() => import('./live-parts.ts'))
    for (const listener of listeners) listener()
  } catch {
    // Tried again at the next move.
    isLoading = false
  }
}

function onHand() {
  void load()
}

const hands = ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'focusin'] as const

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  for (const hand of hands) addEventListener(hand, onHand, { passive: true })
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) for (const hand of hands) removeEventListener(hand, onHand)
  }
}

/** The working parts once they are there, and a note for the shut field to keep until then. */
export function useLive(): { live: LiveParts | null; resume: Resume } {
  const live = useSyncExternalStore(subscribe, () => parts)
  const [resume] = useState(createResume)
  return { live, resume }
}

/** Gives the field that became live the focus and the text of the shut one. */
export function useResumed(inputId: string, resume: Resume): void {
  useLayoutEffect(() => {
    const input = document.getElementById(inputId)
    const { focused, text } = resume.done()
    resume.forget()
    if (!(input instanceof HTMLInputElement) || !focused) return
    input.focus({ preventScroll: true })
    if (text !== null) typeInto(input, text)
  }, [inputId, resume])
}

/** As if a person had typed it: React hears of a change only when the element's own setter is used. */
function typeInto(input: HTMLInputElement, text: string) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
  input.dispatchEvent(new Event('input', { bubbles: true }))
}
