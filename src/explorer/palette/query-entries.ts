/** Changes of the query as entries of the palette. What Close would refuse is greyed with the reason of the rules. */
import { activityTypes, listName, resources } from '#core/close/activity-types.ts'
import type { ActivityQuery, EmailThreads } from '#core/query/activity-query.ts'
import { changeLeads, changeResource, changeSort } from '#core/query/changes.ts'
import { describeFilters, type FilterNames, type Wording } from '#core/query/describe.ts'
import { describeRefinements, type RefinementNames } from '#core/query/describe-refinements.ts'
import { inSentence } from '#core/query/only.ts'
import { availability, type Control } from '#core/query/rules.ts'
import { applyPeriod } from '#explorer/filters/draft.ts'
import { periods } from '#explorer/filters/period.ts'
import type { Change } from '#explorer/filters/use-change.ts'
import type { PaletteEntry } from './palette-entry.ts'

interface Choice {
  readonly id: string
  readonly name: string
  readonly detail?: string | null | undefined
  readonly keywords?: string | undefined
}

/** Everything about the query that needs no looking up. */
export function queryEntries(
  query: ActivityQuery,
  change: Change,
  names: FilterNames & RefinementNames,
  wording: Wording,
  /** Whether the days that were asked for are not those of now. */
  isOld: boolean,
): readonly PaletteEntry[] {
  return [
    ...removals(query, change, names, wording),
    ...lists(query, change),
    ...periodEntries(query, change, isOld),
    ...sorts(query, change),
    ...threads(query, change),
    ...types(query, change),
    ...zones(query, change),
  ]
}

function removals(
  query: ActivityQuery,
  change: Change,
  names: FilterNames & RefinementNames,
  wording: Wording,
): readonly PaletteEntry[] {
  const filters = describeFilters(query, names, wording)
  const refinements = describeRefinements(query, names).map((each) => ({
    ...each,
    text: `${each.text}, on loaded rows`,
  }))
  return [...filters, ...refinements].map(({ id, text, removed }) => ({
    id: `remove:${id}`,
    group: 'Remove a filter',
    label: `Remove: ${text}`,
    keywords: 'filter clear',
    run: () => change(() => removed),
  }))
}

function lists(query: ActivityQuery, change: Change): readonly PaletteEntry[] {
  return resources.map((resource) => ({
    id: `list:${resource}`,
    group: 'Lists',
    label: listName(resource),
    keywords: 'list show',
    unavailable: query.resource === resource ? 'This is the list shown now.' : null,
    run: () => change((now) => changeResource(now, resource)),
  }))
}

function periodEntries(query: ActivityQuery, change: Change, isOld: boolean): readonly PaletteEntry[] {
  return periods
    .filter(({ value }) => value !== 'chosen')
    .map(({ value, label }) => ({
      id: `period:${value}`,
      group: 'Periods',
      label,
      keywords: 'period time dates range',
      unavailable: query.range === value && !isOld ? 'This is the period asked for now.' : null,
      run: () => change((now) => applyPeriod(now, value), { anew: true }),
    }))
}

const sortLabels = { date_created: 'Sort by date created', activity_at: 'Sort by activity time' } as const

function sorts(query: ActivityQuery, change: Change): readonly PaletteEntry[] {
  return (['date_created', 'activity_at'] as const).map((sort) => ({
    id: `sort:${sort}`,
    group: 'Sort and threads',
    label: sortLabels[sort],
    keywords: 'order',
    unavailable:
      query.sort === sort
        ? 'The list is sorted so.'
        : sort === 'activity_at'
          ? reasonAgainst(query, 'activityTime')
          : null,
    run: () => change((now) => changeSort(now, sort)),
  }))
}

const threadLabels: { readonly [T in EmailThreads]: string } = {
  messages: 'Email threads: messages',
  both: 'Email threads: threads and messages',
  only: 'Email threads: threads only',
}

function threads(query: ActivityQuery, change: Change): readonly PaletteEntry[] {
  return (['messages', 'both', 'only'] as const).map((setting) => ({
    id: `threads:${setting}`,
    group: 'Sort and threads',
    label: threadLabels[setting],
    keywords: 'conversations',
    unavailable: query.emailThreads === setting ? 'This is so now.' : reasonAgainst(query, 'emailThreads'),
    run: () => change((now) => ({ ...now, emailThreads: setting })),
  }))
}

function types(query: ActivityQuery, change: Change): readonly PaletteEntry[] {
  if (query.resource !== '') return []
  return activityTypes.map(({ word, many }) => ({
    id: `type:${word}`,
    group: 'Activity types',
    label: `${query.types.includes(word) ? 'Without' : 'Only'} ${inSentence(many)}`,
    keywords: 'type filter',
    unavailable: reasonAgainst(query, 'types'),
    run: () => change((now) => ({ ...now, types: toggled(now.types, word) })),
  }))
}

function zones(query: ActivityQuery, change: Change): readonly PaletteEntry[] {
  const all = [null, 'UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
  return all.map((zone) => ({
    id: `zone:${zone ?? 'own'}`,
    group: 'Time zones',
    label: zone === null ? 'Times in your own zone' : `Times in ${zone.replaceAll('_', ' ')}`,
    keywords: 'time zone',
    unavailable: query.timeZone === zone ? 'Times are shown so.' : null,
    run: () => change((now) => ({ ...now, timeZone: zone })),
  }))
}

export function userEntries(query: ActivityQuery, change: Change, users: readonly Choice[]): readonly PaletteEntry[] {
  const reason = reasonAgainst(query, 'users')
  return users.map(({ id, name, detail, keywords }) => ({
    id: `user:${id}`,
    group: 'Users',
    label: query.userIds.includes(id) ? `Remove user ${name}` : name,
    detail: detail ?? undefined,
    keywords,
    unavailable: reason,
    run: () => change((now) => ({ ...now, userIds: toggled(now.userIds, id) })),
  }))
}

export function leadEntries(query: ActivityQuery, change: Change, leads: readonly Choice[]): readonly PaletteEntry[] {
  return leads.map(({ id, name, detail }) => ({
    id: `lead:${id}`,
    group: 'Leads',
    label: name,
    detail: detail ?? undefined,
    unavailable: query.leadIds.join() === id ? 'This is the lead shown now.' : null,
    run: () => change((now) => changeLeads(now, [id]), { leadName: name }),
  }))
}

function reasonAgainst(query: ActivityQuery, control: Control): string | null {
  const answer = availability(query, control)
  return answer.available ? null : answer.reason
}

function toggled(values: readonly string[], value: string): readonly string[] {
  return values.includes(value) ? values.filter((each) => each !== value) : [...values, value]
}
