/** Ways out of a violation, as buttons: a label and a change of the query. */
import { activityTypes, listName, type Resource, type TypeResource } from '#core/close/activity-types.ts'
import { emptyQuery, type ActivityQuery, type SortField } from './activity-query.ts'
import { changeResource, changeSort, isCustomType, listOfType, moveBounds, otherField, withBounds } from './changes.ts'
import type { Fix } from './plan-types.ts'

export const fieldNames: { readonly [F in SortField]: string } = {
  date_created: 'date created',
  activity_at: 'activity time',
}

export const chooseLead: Fix = {
  id: 'choose-lead',
  label: 'Choose a lead',
  needs: 'lead',
  apply: withLead,
}

/** For what only the mixed list does, and only within one lead. */
export const chooseLeadInAll: Fix = {
  id: 'choose-lead-in-all',
  label: 'Choose a lead, in all activities',
  needs: 'lead',
  apply: (query, leadId) => changeResource(withLead(query, leadId), ''),
}

export const chooseLeadAndSortByActivityTime: Fix = {
  id: 'choose-lead-and-sort',
  label: 'Choose a lead and sort by activity time',
  needs: 'lead',
  apply: (query, leadId) => changeSort(changeResource(withLead(query, leadId), ''), 'activity_at'),
}

function withLead(query: ActivityQuery, leadId?: string): ActivityQuery {
  return leadId === undefined ? query : { ...query, leadIds: [leadId] }
}

/** Nothing when there are not several leads. */
export function keepFirstLead({ leadIds }: ActivityQuery): readonly Fix[] {
  if (leadIds.length < 2) return []
  return [
    {
      id: 'keep-first-lead',
      label: 'Keep only the first lead',
      apply: (query) => ({ ...query, leadIds: query.leadIds.slice(0, 1) }),
    },
  ]
}

/** Another list; the note says what cannot go with it. Nothing when the query is there already. */
export function switchToList(query: ActivityQuery, resource: Resource): readonly Fix[] {
  if (query.resource === resource) return []
  const lost = lostBy(query, changeResource(query, resource))
  return [
    {
      id: `use-list-${resource || 'all'}`,
      label: `Use the ${listName(resource)} list`,
      ...(lost.length > 0 && { note: `Leaves out ${new Intl.ListFormat('en-GB').format(lost)}.` }),
      apply: (from) => changeResource(from, resource),
    },
  ]
}

/** The lists of the chosen types, or those people mostly ask for: three at most. */
export function switchToTypeLists(query: ActivityQuery): readonly Fix[] {
  const common: readonly TypeResource[] = [
    'call',
    query.emailThreads === 'messages' ? 'email' : 'emailthread',
    'meeting',
  ]
  const chosen = query.types.map(listOfType).filter((resource) => resource !== undefined)
  const lists = new Set<Resource>(chosen.length > 0 ? chosen : common)
  return [...lists].slice(0, 3).flatMap((resource) => switchToList(query, resource))
}

function lostBy(before: ActivityQuery, after: ActivityQuery): readonly string[] {
  const kept = new Set([...after.types, ...after.customActivityTypeIds])
  const gone = before.types.filter(
    (word) => !kept.has(word) && (isCustomType(word) || listOfType(word) !== after.resource),
  )
  const words = gone.filter((word) => !isCustomType(word))
  const names = activityTypes.filter((t) => words.includes(t.word)).map((t) => inSentence(t.many))
  const customTypes = gone.length > words.length || before.customActivityTypeIds.some((id) => !kept.has(id))
  return [
    ...names,
    ...(customTypes ? ['the custom activity types chosen'] : []),
    ...(before.emailThreads === after.emailThreads ? [] : ['the email threads setting']),
  ]
}

/** "calls", but "SMS" and "WhatsApp messages". */
function inSentence(name: string): string {
  return /^[A-Z][a-z]+(?![A-Za-z])/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

export function sortBy(field: SortField): Fix {
  return { id: `sort-by-${field}`, label: `Sort by ${fieldNames[field]}`, apply: (query) => changeSort(query, field) }
}

/** Nothing when the other field has dates of its own, which would be lost. */
export function moveDates(query: ActivityQuery, from: SortField): readonly Fix[] {
  const to = otherField(from)
  if (Object.keys(query.bounds[to]).length > 0) return []
  return [
    {
      id: `move-dates-to-${to}`,
      label: `Move the dates to ${fieldNames[to]}`,
      apply: (moved) => moveBounds(moved, from, to),
    },
  ]
}

export function removeDates(field: SortField): Fix {
  return remove(fieldNames[field], (query) => withBounds(query, field, {}))
}

/** `what` completes the label "Remove the filter on …". */
export function remove(what: string, apply: Fix['apply']): Fix {
  return { id: `remove-${what.replaceAll(' ', '-')}`, label: `Remove the filter on ${what}`, apply }
}

export const removeEmailThreads: Fix = {
  id: 'remove-email-threads',
  label: 'Remove the email threads setting',
  apply: (query) => ({ ...query, emailThreads: 'messages' }),
}

/** The custom types as a filter of the mixed list, where they have another parameter. */
export const filterByTypes: Fix = {
  id: 'use-activity-types',
  label: 'Filter by activity types instead',
  apply: ({ types, customActivityTypeIds, ...query }) => ({
    ...query,
    types: [...new Set([...types, ...customActivityTypeIds])],
    customActivityTypeIds: [],
  }),
}

/** Always ready. Never needed as long as every rule has a fix that helps. */
export const startOver: Fix = {
  id: 'start-over',
  label: 'Remove all filters',
  apply: ({ source, timeZone }) => ({ ...emptyQuery, source, timeZone }),
}
