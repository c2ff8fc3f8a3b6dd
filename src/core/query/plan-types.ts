/** The planner's answer, as types. */
import type { ActivityQuery, SortField } from './activity-query.ts'
import type { RuleId } from './rules.ts'

export type NonEmpty<T> = readonly [T, ...T[]]

/** Whole seconds since 1970-01-01T00:00:00Z. */
export type EpochSeconds = number

export type Parameters = readonly (readonly [name: string, value: string])[]

/**
 * One side of a window. Rows carry microseconds and may stand exactly on a whole second, so `gt` and `gte` (or `lt` and
 * `lte`) of one instant are different questions, and a half-open window of whole seconds could not tell them apart.
 */
export interface Edge {
  readonly at: EpochSeconds
  /** Whether a row exactly at `at` belongs to the window: `gte` and `lte` do include it, `gt` and `lt` do not. */
  readonly inclusive: boolean
}

/** The moments a query asks for; null is open. It can be empty: `from` may lie after `until`. */
export interface Window {
  readonly from: Edge | null
  readonly until: Edge | null
}

/**
 * One list with its parameters, sorted newest first by `sort`, between `from` and `until`.
 * Dates, `_limit` and `_skip` are not in `parameters`: the walk adds them to each request.
 */
export interface Stream extends Window {
  /** Below `/api/v1`, for instance `/activity/call/`. */
  readonly path: string
  /** In canonical order, ready to be sent. */
  readonly parameters: Parameters
  readonly sort: SortField
  readonly limit: number
}

/** A way out of a violation. `choose-lead` waits for a lead before it can be applied; the others apply at once. */
export interface Fix {
  readonly id: string
  /** On the button, for instance "Choose a lead". */
  readonly label: string
  /** What the fix leaves out that its label does not say, as a sentence. */
  readonly note?: string
  readonly needs?: 'lead'
  readonly apply: (query: ActivityQuery, leadId?: string) => ActivityQuery
}

/** A rule of Close that the query breaks. */
export interface Violation {
  readonly rule: RuleId
  /** In the user's words, for instance "Close filters by user only within one lead." */
  readonly reason: string
  /** What in this query breaks it, for instance "2 users, no lead". */
  readonly detail: string
  readonly fixes: NonEmpty<Fix>
}

export type Plan =
  | { readonly status: 'ready'; readonly streams: NonEmpty<Stream> }
  | { readonly status: 'blocked'; readonly violations: NonEmpty<Violation> }
