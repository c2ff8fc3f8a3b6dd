/** "Choose a lead" is offered in several places; all of them lead here. */
import type { Fix } from '#core/query/plan-types.ts'
import { focusSoon } from '#explorer/focus-soon.ts'

export const formId = 'filters'
export const leadsInputId = 'filter-leads'

export const periodFieldId = 'filter-period'

const wantedEvent = 'filters-wanted'

let waiting: Fix | null = null

/** Puts the focus where a lead is chosen. The fix is applied with the lead that is chosen next. */
export function chooseLead(fix: Fix): void {
  waiting = fix
  focusLeads()
}

export function focusLeads(): void {
  focusFilter(() => document.getElementById(leadsInputId))
}

export function focusPeriod(): void {
  focusFilter(() => document.querySelector<HTMLElement>(`#${periodFieldId} input`))
}

/** The fix that waits for a lead, once. */
export function takeWaitingFix(): Fix | null {
  const fix = waiting
  waiting = null
  return fix
}

/** Puts the focus on the first filter. */
export function focusForm(): void {
  focusFilter(() => document.querySelector<HTMLElement>(`#${formId} input`))
}

/** For whoever can fold the form away: told before the focus moves, to open it in time. */
export function onFiltersWanted(listener: () => void): () => void {
  window.addEventListener(wantedEvent, listener)
  return () => window.removeEventListener(wantedEvent, listener)
}

/** The form may be folded away. */
function focusFilter(find: () => HTMLElement | null): void {
  window.dispatchEvent(new Event(wantedEvent))
  focusSoon(find)
}
