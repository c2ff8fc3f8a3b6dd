/** The active filters of a query as sentences, each with the query as it is without it. */
import { activityTypes } from '#core/close/activity-types.ts'
import type { ActivityQuery, Bounds, DateText, EmailThreads, Range, SortField } from './activity-query.ts'
import { isCustomType, withBounds } from './changes.ts'
import { isDay } from './date-text.ts'
import { sortFields } from './parameters.ts'
import { parseTimestamp } from './timestamp.ts'

/** What ids stand for; undefined while that is not known. */
export interface FilterNames {
  lead(id: string): string | undefined
  contact(id: string): string | undefined
  user(id: string): string | undefined
  activityType(id: string): string | undefined
}

export interface FilterSentence {
  readonly id: string
  /** For instance "User is Ana Quist or Ben Okafor". */
  readonly text: string
  /** The query without the filter. */
  readonly removed: ActivityQuery
}

export interface Wording {
  /** For dates. */
  readonly locale: string
  /** The viewer's zone, used where the query names none. */
  readonly timeZone: string
}

/** In the order of the form. What a link said and nobody understood is not among them. */
export function describeFilters(query: ActivityQuery, names: FilterNames, wording: Wording): readonly FilterSentence[] {
  const without = (parts: Partial<ActivityQuery>): ActivityQuery => ({ ...query, ...parts })
  const zone = { ...wording, timeZone: query.timeZone ?? wording.timeZone }
  return [
    ...choice('leads', 'Lead', query.leadIds, (id) => names.lead(id), without({ leadIds: [] })),
    ...choice('types', 'Type', query.types, (word) => typeName(word, names), without({ types: [] })),
    ...choice(
      'custom-types',
      'Custom activity type',
      query.customActivityTypeIds,
      (id) => names.activityType(id),
      without({ customActivityTypeIds: [] }),
    ),
    ...choice('users', 'User', query.userIds, (id) => names.user(id), without({ userIds: [] })),
    ...choice('contacts', 'Contact', query.contactIds, (id) => names.contact(id), without({ contactIds: [] })),
    ...period(query, without({ range: null })),
    ...sortFields.flatMap((field) => dates(query, field, zone)),
    ...threads(query.emailThreads, without({ emailThreads: 'messages' })),
    ...choice('ids', 'Activity', query.ids, () => undefined, without({ ids: [] })),
    ...choice(
      'organization',
      'Organization',
      query.organizationId === null ? [] : [query.organizationId],
      () => undefined,
      without({ organizationId: null }),
    ),
  ]
}

/** Names shown before "12 more" takes the place of the rest. */
const shown = 5

const orList = new Intl.ListFormat('en-GB', { type: 'disjunction' })

function choice(
  id: string,
  noun: string,
  values: readonly string[],
  nameOf: (value: string) => string | undefined,
  removed: ActivityQuery,
): FilterSentence[] {
  if (values.length === 0) return []
  const cut = values.length > shown + 1 ? shown : values.length
  const names = values.slice(0, cut).map((value) => nameOf(value) ?? value)
  const rest = values.length > cut ? [`${values.length - cut} more`] : []
  return [{ id, text: `${noun} is ${orList.format([...names, ...rest])}`, removed }]
}

function typeName(word: string, names: FilterNames): string | undefined {
  return isCustomType(word) ? names.activityType(word) : activityTypes.find((t) => t.word === word)?.one
}

/** As the columns call them. */
const dateNames: { readonly [F in SortField]: string } = { date_created: 'Date created', activity_at: 'Activity time' }

const periods: { readonly [R in Range]: string } = {
  today: 'today',
  yesterday: 'yesterday',
  '7d': 'in the last 7 days',
  '30d': 'in the last 30 days',
  '90d': 'in the last 90 days',
  '12m': 'in the last 12 months',
  this_week: 'this week',
  last_week: 'last week',
  this_month: 'this month',
  last_month: 'last month',
  this_quarter: 'this quarter',
  last_quarter: 'last quarter',
  this_year: 'this year',
}

function period({ range, sort }: ActivityQuery, removed: ActivityQuery): FilterSentence[] {
  return range === null ? [] : [{ id: 'range', text: `${dateNames[sort]} ${periods[range]}`, removed }]
}

function dates(query: ActivityQuery, field: SortField, wording: Wording): FilterSentence[] {
  const text = boundsText(query.bounds[field], wording)
  return text === '' ? [] : [{ id: field, text: `${dateNames[field]} ${text}`, removed: withBounds(query, field, {}) }]
}

/** "from 1 Jul 2026 to 30 Sep 2026". A day that ends the span is in it, except after "before". */
function boundsText({ gte, gt, lt, lte }: Bounds, wording: Wording): string {
  const day = (word: string, date: DateText | undefined) =>
    date === undefined ? [] : [`${word} ${dateText(date, wording)}`]
  if (gte !== undefined && gte === lte && gt === undefined && lt === undefined)
    return day(isDay(gte) ? 'on' : 'at', gte).join('')
  return [...day('from', gte), ...day('after', gt), ...day('to', lte), ...day('before', lt)].join(' ')
}

function dateText(date: DateText, { locale, timeZone }: Wording): string {
  const seconds = parseTimestamp(isDay(date) ? `${date}T00:00:00Z` : date)?.seconds
  if (seconds === undefined) return date
  const format = isDay(date)
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
    : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone })
  return format.format(seconds * 1000)
}

const threadTexts: { readonly [T in EmailThreads]: string | null } = {
  messages: null,
  both: 'Email threads: threads and messages',
  only: 'Email threads: threads only',
}

function threads(setting: EmailThreads, removed: ActivityQuery): FilterSentence[] {
  const text = threadTexts[setting]
  return text === null ? [] : [{ id: 'email-threads', text, removed }]
}
