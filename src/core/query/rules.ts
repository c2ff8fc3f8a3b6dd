/**
 * What Close refuses, one entry each. The form's greyed controls, the blocked page and pasted links read the same
 * entries. A new rule is an entry and its test; the conformance test shows that the sandbox agrees.
 */
import { listName } from '#core/close/activity-types.ts'
import type { ActivityQuery } from './activity-query.ts'
import {
  chooseLead,
  chooseLeadAndSortByActivityTime,
  chooseLeadInAll,
  keepFirstLead,
  moveDates,
  remove,
  removeDates,
  removeEmailThreads,
  sortBy,
  startOver,
  filterByTypes,
  switchToList,
  switchToTypeLists,
} from './fixes.ts'
import type { Fix, NonEmpty, Violation } from './plan-types.ts'

export type RuleId =
  | 'users-need-one-lead'
  | 'contacts-need-one-lead'
  | 'types-need-one-lead'
  | 'types-need-all-activities'
  | 'contacts-on-a-list-need-one-lead'
  | 'custom-types-need-one-lead'
  | 'custom-types-need-their-list'
  | 'activity-time-needs-all-activities'
  | 'activity-time-needs-one-lead'
  | 'created-dates-need-created-sort'
  | 'activity-dates-need-activity-sort'
  | 'email-threads-need-all-activities'

/** A control of the form that a rule can grey. */
export type Control =
  | 'users'
  | 'contacts'
  | 'types'
  | 'customActivityTypes'
  | 'activityTime'
  | 'emailThreads'
  | 'dateCreatedBounds'
  | 'activityAtBounds'

export interface Rule {
  readonly id: RuleId
  readonly control: Control
  /** Whether the query breaks the rule. */
  readonly test: (query: ActivityQuery) => boolean
  /** In the user's words. */
  readonly reason: string
  /** What in the query breaks it. */
  readonly detail: (query: ActivityQuery) => string
  /** Changes around the control that let it be used. Only those that help are offered. */
  readonly open: (query: ActivityQuery) => readonly Fix[]
  /** Changes of what the control holds, the last of which always helps. */
  readonly drop: (query: ActivityQuery) => readonly Fix[]
  /** The fact behind it. */
  readonly source: string
}

const documentation = 'https://developer.close.com/resources/activities/'

const onlyWithinOneLead = `${documentation}: user_id, contact_id and _type need one lead named in lead_id`

export const rules: readonly Rule[] = [
  {
    id: 'users-need-one-lead',
    control: 'users',
    test: (query) => isMixed(query) && query.userIds.length > 0 && !hasOneLead(query),
    reason: 'In all activities, Close filters by user only within one lead.',
    detail: (query) => `${count(query.userIds, 'user')}, ${leads(query)}`,
    open: (query) => [chooseLead, ...keepFirstLead(query), ...switchToTypeLists(query)],
    drop: () => [remove('users', (query) => ({ ...query, userIds: [] }))],
    source: onlyWithinOneLead,
  },
  {
    id: 'contacts-need-one-lead',
    control: 'contacts',
    test: (query) => isMixed(query) && query.contactIds.length > 0 && !hasOneLead(query),
    reason: 'In all activities, Close filters by contact only within one lead.',
    detail: contactDetail,
    open: oneLead,
    drop: () => [removeContacts],
    source: onlyWithinOneLead,
  },
  {
    id: 'types-need-one-lead',
    control: 'types',
    test: (query) => isMixed(query) && query.types.length > 0 && !hasOneLead(query),
    reason: 'In all activities, Close filters by type only within one lead.',
    detail: (query) => `${count(query.types, 'type')}, ${leads(query)}`,
    open: (query) => [chooseLead, ...keepFirstLead(query), ...switchToTypeLists(query)],
    drop: () => [removeTypes],
    source: onlyWithinOneLead,
  },
  {
    id: 'types-need-all-activities',
    control: 'types',
    test: (query) => !isMixed(query) && query.types.length > 0,
    reason: 'Activity types are chosen in all activities. This list holds one type only.',
    detail: (query) => `${count(query.types, 'type')} in ${listName(query.resource)}`,
    open: (query) => [...switchToList(query, ''), ...leadInAll(query)],
    drop: (query) => [...(query.types.length > 0 ? switchToTypeLists(query) : []), removeTypes],
    source: `${documentation}: a type's own list holds that type`,
  },
  {
    id: 'contacts-on-a-list-need-one-lead',
    control: 'contacts',
    test: (query) => !isMixed(query) && query.contactIds.length > 0 && !hasOneLead(query),
    reason: 'Close promises the filter by contact only within one lead.',
    detail: contactDetail,
    open: oneLead,
    drop: () => [removeContacts],
    source: `${documentation}: contact_id is listed, but nothing says that it works there without a lead`,
  },
  {
    id: 'custom-types-need-one-lead',
    control: 'customActivityTypes',
    test: (query) => query.resource === 'custom' && query.customActivityTypeIds.length > 0 && !hasOneLead(query),
    reason: 'Close filters by custom activity type only within one lead.',
    detail: (query) => `${count(query.customActivityTypeIds, 'custom activity type')}, ${leads(query)}`,
    open: oneLead,
    drop: () => [removeCustomTypes],
    source: `${documentation}: custom_activity_type_id needs one lead named in lead_id`,
  },
  {
    id: 'custom-types-need-their-list',
    control: 'customActivityTypes',
    test: (query) => query.resource !== 'custom' && query.customActivityTypeIds.length > 0,
    reason: 'Custom activity types are chosen in the Custom activities list.',
    detail: (query) => `${count(query.customActivityTypeIds, 'custom activity type')} in ${listName(query.resource)}`,
    open: (query) => switchToList(query, 'custom'),
    drop: (query) => [...(isMixed(query) ? [filterByTypes] : []), removeCustomTypes],
    source: `${documentation}: custom_activity_type_id is a parameter of /activity/custom/ only`,
  },
  {
    id: 'activity-time-needs-all-activities',
    control: 'activityTime',
    test: (query) => !isMixed(query) && query.sort === 'activity_at',
    reason: 'Close sorts by activity time only in all activities.',
    detail: (query) => `sorted by activity time in ${listName(query.resource)}`,
    open: (query) => [...switchToList(query, ''), ...leadInAll(query)],
    drop: () => [sortBy('date_created')],
    source: `${documentation}: _order_by is a parameter of /activity/ only`,
  },
  {
    id: 'activity-time-needs-one-lead',
    control: 'activityTime',
    test: (query) => isMixed(query) && query.sort === 'activity_at' && !hasOneLead(query),
    reason: 'Close sorts by activity time only within one lead.',
    detail: (query) => `sorted by activity time, ${leads(query)}`,
    open: oneLead,
    drop: () => [sortBy('date_created')],
    source: `${documentation}: _order_by=-activity_at needs one lead named in lead_id`,
  },
  {
    id: 'created-dates-need-created-sort',
    control: 'dateCreatedBounds',
    test: (query) => query.sort === 'activity_at' && Object.keys(query.bounds.date_created).length > 0,
    reason: 'Sorted by activity time, Close takes dates on activity time only.',
    detail: () => 'dates on date created, sorted by activity time',
    open: () => [sortBy('date_created')],
    drop: (query) => [...moveDates(query, 'date_created'), removeDates('date_created')],
    source: `${documentation}: a date filter must be on the field that is sorted`,
  },
  {
    id: 'activity-dates-need-activity-sort',
    control: 'activityAtBounds',
    test: (query) => query.sort === 'date_created' && Object.keys(query.bounds.activity_at).length > 0,
    reason: 'Sorted by date created, Close takes dates on date created only.',
    detail: () => 'dates on activity time, sorted by date created',
    open: (query) =>
      isMixed(query) && hasOneLead(query) ? [sortBy('activity_at')] : [chooseLeadAndSortByActivityTime],
    drop: (query) => [...moveDates(query, 'activity_at'), removeDates('activity_at')],
    source: `${documentation}: a date filter must be on the field that is sorted`,
  },
  {
    id: 'email-threads-need-all-activities',
    control: 'emailThreads',
    test: (query) => !isMixed(query) && query.emailThreads !== 'messages',
    reason: 'Email threads are set in all activities only.',
    detail: (query) => `email threads set in ${listName(query.resource)}`,
    open: (query) => [...switchToList(query, 'emailthread'), ...switchToList(query, ''), ...leadInAll(query)],
    drop: () => [removeEmailThreads],
    source: `${documentation}: thread_emails is a parameter of /activity/ only`,
  },
]

const removeContacts = remove('contacts', (query) => ({ ...query, contactIds: [] }))
const removeTypes = remove('activity types', (query) => ({ ...query, types: [] }))
const removeCustomTypes = remove('custom activity types', (query) => ({ ...query, customActivityTypeIds: [] }))

function isMixed({ resource }: ActivityQuery): boolean {
  return resource === ''
}

function hasOneLead({ leadIds }: ActivityQuery): boolean {
  return leadIds.length === 1
}

function oneLead(query: ActivityQuery): readonly Fix[] {
  return [chooseLead, ...keepFirstLead(query)]
}

function leadInAll(query: ActivityQuery): readonly Fix[] {
  return hasOneLead(query) ? [] : [chooseLeadInAll]
}

function contactDetail(query: ActivityQuery): string {
  return `${count(query.contactIds, 'contact')}, ${leads(query)}`
}

function leads({ leadIds }: ActivityQuery): string {
  return leadIds.length === 0 ? 'no lead' : count(leadIds, 'lead')
}

function count(values: readonly string[], noun: string): string {
  return `${values.length} ${noun}${values.length === 1 ? '' : 's'}`
}

function brokenRules(query: ActivityQuery): readonly Rule[] {
  return rules.filter((rule) => rule.test(query))
}

/** What Close would refuse in the query, each with the fixes that bring it nearer to an answer. Empty when it is fine. */
export function violationsOf(query: ActivityQuery): readonly Violation[] {
  return brokenRules(query).map((rule) => ({
    rule: rule.id,
    reason: rule.reason,
    detail: rule.detail(query),
    fixes: nonEmpty([...rule.open(query), ...rule.drop(query)].filter((fix) => gain(query, fix) > 0)),
  }))
}

export type Availability =
  | { readonly available: true }
  | {
      readonly available: false
      readonly rule: RuleId
      readonly reason: string
      readonly fixes: NonEmpty<Fix>
    }

/** Whether a control may be used, whatever it holds now, and what would open it. */
export function availability(query: ActivityQuery, control: Control): Availability {
  const rule = rules.find((entry) => entry.control === control && entry.test(withSample[control](query)))
  if (rule === undefined) return { available: true }
  const held = rule.test(query)
  const fixes = held ? [...rule.open(query), ...rule.drop(query)] : rule.open(query)
  return {
    available: false,
    rule: rule.id,
    reason: rule.reason,
    fixes: nonEmpty(fixes.filter((fix) => gain(query, fix) >= (held ? 1 : 0))),
  }
}

/** The query as if the control held something. */
const withSample: { readonly [C in Control]: (query: ActivityQuery) => ActivityQuery } = {
  users: (query) => ({ ...query, userIds: ['user_sample'] }),
  contacts: (query) => ({ ...query, contactIds: ['cont_sample'] }),
  types: (query) => ({ ...query, types: ['Call'] }),
  customActivityTypes: (query) => ({ ...query, customActivityTypeIds: ['actitype_sample'] }),
  activityTime: (query) => ({ ...query, sort: 'activity_at' }),
  emailThreads: (query) => ({ ...query, emailThreads: 'only' }),
  dateCreatedBounds: (query) => ({ ...query, bounds: { ...query.bounds, date_created: { gte: '2026-01-01' } } }),
  activityAtBounds: (query) => ({ ...query, bounds: { ...query.bounds, activity_at: { gte: '2026-01-01' } } }),
}

/** How many violations a fix takes away; negative when it brings more. */
function gain(query: ActivityQuery, fix: Fix): number {
  const after = fix.apply(query, fix.needs === 'lead' ? 'lead_sample' : undefined)
  return brokenRules(query).length - brokenRules(after).length
}

function nonEmpty([first = startOver, ...rest]: readonly Fix[]): NonEmpty<Fix> {
  return [first, ...rest]
}
