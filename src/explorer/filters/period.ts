/** The presets of the period, in words. */
import type { ActivityQuery, Range } from '#core/query/activity-query.ts'

export type Period = 'any' | Range | 'chosen'

export const periods: readonly { readonly value: Period; readonly label: string }[] = [
  { value: 'any', label: 'Any time' },
  { value: 'today', label: 'Today' },
  { value: 'yesterday', label: 'Yesterday' },
  { value: '7d', label: 'Last 7 days' },
  { value: '30d', label: 'Last 30 days' },
  { value: '90d', label: 'Last 90 days' },
  { value: '12m', label: 'Last 12 months' },
  { value: 'this_week', label: 'This week' },
  { value: 'last_week', label: 'Last week' },
  { value: 'this_month', label: 'This month' },
  { value: 'last_month', label: 'Last month' },
  { value: 'this_quarter', label: 'This quarter' },
  { value: 'last_quarter', label: 'Last quarter' },
  { value: 'this_year', label: 'This year' },
  { value: 'chosen', label: 'Chosen days' },
]

export function isRange(period: Period): period is Range {
  return period !== 'any' && period !== 'chosen'
}

export function periodOf(query: ActivityQuery): Period {
  if (query.range !== null) return query.range
  return Object.keys(query.bounds[query.sort]).length === 0 ? 'any' : 'chosen'
}
