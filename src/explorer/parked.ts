/** Filters that need one lead, set aside while there is none: still visible, not sent, back with the next single lead. */
import type { ActivityQuery, SortField } from '#core/query/activity-query.ts'
import { changeSort } from '#core/query/changes.ts'
import { availability, type Control } from '#core/query/rules.ts'

export interface Parked {
  /** The lead the contacts belong to: they come back with that lead only. */
  readonly leadId: string | null
  readonly userIds: readonly string[]
  readonly contactIds: readonly string[]
  readonly types: readonly string[]
  readonly customActivityTypeIds: readonly string[]
  readonly sort: SortField | null
}

export const nothingParked: Parked = {
  leadId: null,
  userIds: [],
  contactIds: [],
  types: [],
  customActivityTypeIds: [],
  sort: null,
}

interface Settled {
  readonly query: ActivityQuery
  readonly parked: Parked
}

/** The lists that can be parked, and the control that decides about each. */
const dependents = [
  ['userIds', 'users'],
  ['contactIds', 'contacts'],
  ['types', 'types'],
  ['customActivityTypeIds', 'customActivityTypes'],
] as const

export function isNothingParked(parked: Parked): boolean {
  return parked.sort === null && dependents.every(([name]) => parked[name].length === 0)
}

/** The one lead of a query, if it names exactly one. */
export function singleLead(query: ActivityQuery): string | null {
  return query.leadIds.length === 1 ? (query.leadIds[0] ?? null) : null
}

/**
 * Sets aside what the query holds and may not ask for. `leadId` is the lead that has just gone. `concerns` leaves out
 * controls that are to stay as they are.
 */
export function parkDependents(
  query: ActivityQuery,
  parked: Parked,
  leadId: string | null = null,
  concerns: (control: Control) => boolean = () => true,
): Settled {
  let settled: Settled = { query, parked: leadId === null ? parked : { ...parked, leadId } }
  const mustGo = (control: Control) => !availability(query, control).available && concerns(control)
  for (const [name, control] of dependents) {
    if (query[name].length === 0 || !mustGo(control)) continue
    settled = {
      query: { ...settled.query, [name]: [] },
      parked: { ...settled.parked, [name]: query[name] },
    }
  }
  if (query.sort === 'date_created' || !mustGo('activityTime')) return settled
  return { query: changeSort(settled.query, 'date_created'), parked: { ...settled.parked, sort: query.sort } }
}

/** Brings back what may be asked for again. What was chosen meanwhile stays as it is. */
export function unpark(query: ActivityQuery, parked: Parked): Settled {
  let settled: Settled = { query, parked }
  for (const [name, control] of dependents) {
    if (parked[name].length === 0 || !availability(query, control).available) continue
    const stale = name === 'contactIds' && parked.leadId !== null && parked.leadId !== singleLead(query)
    const comesBack = !stale && query[name].length === 0
    settled = {
      query: comesBack ? { ...settled.query, [name]: parked[name] } : settled.query,
      parked: { ...settled.parked, [name]: [] },
    }
  }
  if (parked.sort === null || !availability(query, 'activityTime').available) return settled
  return { query: changeSort(settled.query, parked.sort), parked: { ...settled.parked, sort: null } }
}

/**
 * What a change by the form makes of the parked filters: what was available and is no longer goes aside, and whatever
 * is available comes back. A link that asks for something forbidden is left alone, because nobody took its lead away.
 */
export function settle(before: ActivityQuery, after: ActivityQuery, parked: Parked): Settled {
  const wasAvailable = (control: Control) => availability(before, control).available
  const settled = parkDependents(after, parked, singleLead(before), wasAvailable)
  return unpark(settled.query, settled.parked)
}

const dependentControls = ['users', 'contacts', 'types', 'customActivityTypes', 'activityTime'] as const

/** Controls that a change has opened. */
export function newlyAvailable(before: ActivityQuery, after: ActivityQuery): readonly Control[] {
  return dependentControls.filter(
    (control) => !availability(before, control).available && availability(after, control).available,
  )
}
