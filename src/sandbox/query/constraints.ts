import type { Resource } from '#core/close/activity-types.ts'
import type { Strictness } from '#sandbox/strictness.ts'
import type { Parameters } from './parameters.ts'
import type { Problems } from './problems.ts'
import { comparisons } from './spans.ts'

/** Filters that the mixed list takes only together with a single lead. Documented. */
const needLead = ['user_id', 'user_id__in', 'contact_id', 'contact_id__in', '_type', '_type__in'] as const

const meetingFilters = [
  'provider_calendar_id',
  'provider_calendar_type',
  'starts_at',
  'starts_at__gte',
  'starts_at__lt',
] as const

/** Whether the request names exactly one lead in the way that counts. */
export function namesSingleLead(parameters: Parameters, strictness: Strictness): boolean {
  const named = parameters.list('lead_id')
  if (named !== null) return named.length === 1
  return strictness.leadIdInCountsAsLead && parameters.list('lead_id__in')?.length === 1
}

/** What a list refuses to combine. */
export function checkConstraints(
  resource: Resource,
  parameters: Parameters,
  problems: Problems,
  strictness: Strictness,
): void {
  if (strictness.severalLeads === 'refuse' && (parameters.list('lead_id')?.length ?? 0) > 1) {
    problems.error('You must provide a single lead_id filter; several leads are not supported.')
  }
  if (resource === '') checkMixed(parameters, problems, strictness)
  else checkTyped(parameters, problems, strictness)
  if (resource === 'custom') checkCustom(parameters, problems, strictness)
  if (resource === 'meeting') checkMeeting(parameters, problems)
}

function checkMixed(parameters: Parameters, problems: Problems, strictness: Strictness): void {
  const single = namesSingleLead(parameters, strictness)
  for (const name of needLead) {
    if (parameters.has(name) && !single)
      problems.error(`To filter activities by ${name} you must provide a single lead_id filter.`)
  }
  const order = parameters.text('_order_by')
  checkOrder(order, problems, strictness)
  if (order === '-activity_at' && !single)
    problems.error('To sort activities by activity_at you must provide a single lead_id filter.')
  const [sorted, other] = order === '-activity_at' ? ['activity_at', 'date_created'] : ['date_created', 'activity_at']
  if (hasDates(parameters, other)) {
    problems.error(
      `Filtering by ${other} needs the same order: activities are sorted by ${sorted}. ${other === 'activity_at' ? 'Use _order_by=-activity_at, for which you must provide a single lead_id filter.' : ''}`.trim(),
    )
  }
}

function checkOrder(order: string | null, problems: Problems, strictness: Strictness): void {
  if (order === null || order === '-activity_at') return
  if (order === '-date_created' && strictness.explicitDefaultOrder === 'accept') return
  if (order !== '-date_created' && strictness.unknownOrder === 'ignore') return
  problems.error(`Cannot sort activities by "${order}".`)
}

function checkTyped(parameters: Parameters, problems: Problems, strictness: Strictness): void {
  const single = namesSingleLead(parameters, strictness)
  if (strictness.typedContactWithoutLead === 'refuse' && parameters.has('contact_id') && !single) {
    problems.error('To filter activities by contact_id you must provide a single lead_id filter.')
  }
  if (strictness.typedActivityAtFilter === 'refuse' && hasDates(parameters, 'activity_at')) {
    problems.error('Filtering by activity_at needs the same order: activities are sorted by date_created.')
  }
}

function checkCustom(parameters: Parameters, problems: Problems, strictness: Strictness): void {
  for (const name of ['custom_activity_type_id', 'custom_activity_type_id__in']) {
    if (parameters.has(name) && !namesSingleLead(parameters, strictness)) {
      problems.error(`To filter activities by ${name} you must provide a single lead_id filter.`)
    }
  }
}

function checkMeeting(parameters: Parameters, problems: Problems): void {
  for (const name of meetingFilters) {
    if (parameters.has(name) && !parameters.has('provider_calendar_event_id')) {
      problems.error(`To filter meetings by ${name} you must provide a provider_calendar_event_id filter.`)
    }
  }
}

function hasDates(parameters: Parameters, field: string): boolean {
  return comparisons.some((comparison) => parameters.has(`${field}__${comparison}`))
}
