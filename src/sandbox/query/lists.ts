import type { Resource } from '#core/close/activity-types.ts'
import { comparisons } from './spans.ts'

/** Parameters that every activity list documents. */
const common: readonly string[] = [
  '_limit',
  '_skip',
  '_fields',
  'id__in',
  'lead_id',
  'contact_id',
  'user_id',
  'organization_id',
  '_type',
  ...comparisons.flatMap((c) => [`date_created__${c}`, `activity_at__${c}`]),
]

/** Parameters that one list documents besides. */
const additional: Partial<Readonly<Record<Resource, readonly string[]>>> = {
  '': ['lead_id__in', 'user_id__in', 'contact_id__in', '_type__in', '_order_by', 'thread_emails'],
  custom: ['custom_activity_type_id', 'custom_activity_type_id__in'],
  'status_change/opportunity': ['opportunity_id'],
  form_submission: ['form_id', 'form_id__in', 'lead_id__in', 'user_id__in', 'contact_id__in', '_type__in'],
  whatsapp_message: ['external_whatsapp_message_id'],
  meeting: [
    'provider_calendar_event_id',
    'provider_calendar_id',
    'provider_calendar_type',
    'starts_at',
    'starts_at__gte',
    'starts_at__lt',
  ],
}

/** The parameters that a list documents. */
export function documentedParameters(resource: Resource): ReadonlySet<string> {
  return new Set([...common, ...(additional[resource] ?? [])])
}
