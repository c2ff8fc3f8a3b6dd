/** Changes of a query that touch more than one part of it. */
import { columnsList } from '#core/activity/columns.ts'
import { activityTypes, type Resource } from '#core/close/activity-types.ts'
import { type ActivityQuery, emptyQuery, type SortField } from './activity-query.ts'

export function otherField(field: SortField): SortField {
  return field === 'date_created' ? 'activity_at' : 'date_created'
}

/** Columns that were chosen stay with the list they were chosen for, unless they were asked for anew. */
export function leavingColumns(next: ActivityQuery, before: ActivityQuery): ActivityQuery {
  const stay = next.columns !== before.columns || columnsList(next) === columnsList(before)
  return stay ? next : { ...next, columns: [] }
}

/** Dates are asked for on the sorted field: another sort takes them along. Where both fields have dates, each keeps its own. */
export function changeSort(query: ActivityQuery, sort: SortField): ActivityQuery {
  if (query.sort === sort) return query
  const free = Object.keys(query.bounds[sort]).length === 0
  const sorted = { ...query, sort }
  return free ? moveBounds(sorted, otherField(sort), sort) : sorted
}

/** The dates of one field, asked for on another. What stood there is replaced. */
export function moveBounds(query: ActivityQuery, from: SortField, to: SortField): ActivityQuery {
  return withBounds(withBounds(query, to, query.bounds[from]), from, {})
}

export function withBounds(
  query: ActivityQuery,
  field: SortField,
  bounds: ActivityQuery['bounds'][SortField],
): ActivityQuery {
  return { ...query, bounds: { ...query.bounds, [field]: bounds } }
}

/**
 * Another list, with its own columns. Users, contacts and dates stay. The list takes the place of the types; custom activity types go where
 * the list takes them; a type's own list is sorted by date created and has no email threads setting.
 */
export function changeResource(query: ActivityQuery, resource: Resource): ActivityQuery {
  if (query.resource === resource) return query
  if (resource === '') return toMixedList(query)
  return {
    ...changeSort(query, 'date_created'),
    resource,
    columns: [],
    types: [],
    customActivityTypeIds: resource === 'custom' ? customTypesOf(query) : [],
    emailThreads: 'messages',
  }
}

function toMixedList(query: ActivityQuery): ActivityQuery {
  return {
    ...query,
    resource: '',
    columns: [],
    types: unique([...query.types, ...query.customActivityTypeIds]),
    customActivityTypeIds: [],
  }
}

function customTypesOf({ types, customActivityTypeIds }: ActivityQuery): readonly string[] {
  return unique([...types.filter(isCustomType), ...customActivityTypeIds])
}

export function isCustomType(word: string): boolean {
  return word.startsWith('actitype_')
}

/** The list that holds activities of a type given by its word or custom id. */
export function listOfType(word: string): Resource | undefined {
  return isCustomType(word) ? 'custom' : activityTypes.find((t) => t.word === word)?.resource
}

/** Other leads. Contacts belong to a lead: they go when none of their leads stays. */
export function changeLeads(query: ActivityQuery, leadIds: readonly string[]): ActivityQuery {
  const next = unique(leadIds)
  const stays = query.leadIds.length === 0 || next.length === 0 || next.some((id) => query.leadIds.includes(id))
  return { ...query, leadIds: next, contactIds: stays ? query.contactIds : [] }
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}

/** All filters taken away, with whatever was not understood. Where is asked, and how it is shown, stays. */
export function withoutFilters({ source, resource, columns, timeZone, open }: ActivityQuery): ActivityQuery {
  return { ...emptyQuery, source, resource, columns, timeZone, open }
}
