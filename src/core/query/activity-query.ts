/** What a person asks, as one plain value. The URL, the form, the table, the export and the command line share it. */
import type { Resource } from '#core/close/activity-types.ts'

/** Where the question goes: the embedded sandbox, or the real API through the relay. */
export type Source = 'sandbox' | 'close'

/** The two dates Close sorts by, newest first. Anything but `date_created` must be asked for. */
export type SortField = 'date_created' | 'activity_at'

/** `_thread_emails`: single messages, threads with their messages, or threads alone. */
export type EmailThreads = 'messages' | 'both' | 'only'

export type Comparison = 'gte' | 'gt' | 'lt' | 'lte'

/** A day in the query's time zone (`2026-03-01`), or an instant in UTC at whole seconds (`2026-03-01T09:30:00Z`). */
export type DateText = string

export type Bounds = { readonly [C in Comparison]?: DateText }

export const ranges = [
  'today',
  'yesterday',
  '7d',
  '30d',
  '90d',
  '12m',
  'this_week',
  'last_week',
  'this_month',
  'last_month',
  'this_quarter',
  'last_quarter',
  'this_year',
] as const

/** A window relative to now, on the sorted date. */
export type Range = (typeof ranges)[number]

/** A part of a link that was not understood. It stays in the URL and is not applied; export waits until it is gone. */
export interface UnreadPart {
  readonly name: string
  readonly value: string
  /** Why, as a sentence for the reader. What else the link says can be the reason: dates beside a range, or a second value. */
  readonly reason: string
}

export interface ActivityQuery {
  readonly source: Source
  readonly resource: Resource
  readonly leadIds: readonly string[]
  readonly userIds: readonly string[]
  readonly contactIds: readonly string[]
  /** Words of `_type__in` and `actitype_…` ids, on the mixed list. */
  readonly types: readonly string[]
  /** On the list of custom activities. */
  readonly customActivityTypeIds: readonly string[]
  readonly ids: readonly string[]
  readonly organizationId: string | null
  readonly sort: SortField
  readonly emailThreads: EmailThreads
  /** `_fields`; empty asks for what the program needs. */
  readonly fields: readonly string[]
  /** Rows a request, 1 to 100. */
  readonly limit: number
  /** Explicit bounds by date. Empty whenever `range` is set. */
  readonly bounds: { readonly [F in SortField]: Bounds }
  readonly range: Range | null
  /** IANA name; null is the viewer's own. */
  readonly timeZone: string | null
  /** Refinements: these are asked of the rows that are loaded, never of Close. A text that a row holds. */
  readonly loadedText: string | null
  /** `incoming`, `outgoing`, or another word of Close's. */
  readonly loadedDirections: readonly string[]
  /** Close's words, lower case: of a call how it ended. */
  readonly loadedStatuses: readonly string[]
  /** Outcomes, by id. */
  readonly loadedOutcomes: readonly string[]
  /** Words of `_type__in` and `actitype_…` ids that are left out. */
  readonly loadedNotTypes: readonly string[]
  /** Visible columns in order; empty is the list's default. */
  readonly columns: readonly string[]
  /** The activity shown in the inspector. */
  readonly open: string | null
  readonly unread: readonly UnreadPart[]
}

export const maxLimit = 100

export const emptyQuery: ActivityQuery = {
  source: 'sandbox',
  resource: '',
  leadIds: [],
  userIds: [],
  contactIds: [],
  types: [],
  customActivityTypeIds: [],
  ids: [],
  organizationId: null,
  sort: 'date_created',
  emailThreads: 'messages',
  fields: [],
  limit: maxLimit,
  bounds: { date_created: {}, activity_at: {} },
  range: null,
  timeZone: null,
  loadedText: null,
  loadedDirections: [],
  loadedStatuses: [],
  loadedOutcomes: [],
  loadedNotTypes: [],
  columns: [],
  open: null,
  unread: [],
}
