/**
 * Close's activity lists, as data. A resource is a list's path after `/activity/`; the mixed list's is empty.
 * `word` is what `_type` and `_type__in` take; it differs from the `_type` in objects for custom activities only.
 *
 * Source: https://developer.close.com/resources/activities/
 */
export const activityTypes = [
  { type: 'Call', word: 'Call', resource: 'call', one: 'Call', many: 'Calls' },
  { type: 'Email', word: 'Email', resource: 'email', one: 'Email', many: 'Emails' },
  { type: 'EmailThread', word: 'EmailThread', resource: 'emailthread', one: 'Email thread', many: 'Email threads' },
  { type: 'Note', word: 'Note', resource: 'note', one: 'Note', many: 'Notes' },
  { type: 'SMS', word: 'SMS', resource: 'sms', one: 'SMS', many: 'SMS' },
  {
    type: 'WhatsAppMessage',
    word: 'WhatsAppMessage',
    resource: 'whatsapp_message',
    one: 'WhatsApp message',
    many: 'WhatsApp messages',
  },
  { type: 'Meeting', word: 'Meeting', resource: 'meeting', one: 'Meeting', many: 'Meetings' },
  { type: 'CustomActivity', word: 'Custom', resource: 'custom', one: 'Custom activity', many: 'Custom activities' },
  { type: 'Created', word: 'Created', resource: 'created', one: 'Lead created', many: 'Leads created' },
  {
    type: 'FormSubmission',
    word: 'FormSubmission',
    resource: 'form_submission',
    one: 'Form submission',
    many: 'Form submissions',
  },
  {
    type: 'LeadStatusChange',
    word: 'LeadStatusChange',
    resource: 'status_change/lead',
    one: 'Lead status change',
    many: 'Lead status changes',
  },
  {
    type: 'OpportunityStatusChange',
    word: 'OpportunityStatusChange',
    resource: 'status_change/opportunity',
    one: 'Opportunity status change',
    many: 'Opportunity status changes',
  },
  { type: 'LeadMerge', word: 'LeadMerge', resource: 'lead_merge', one: 'Lead merge', many: 'Lead merges' },
  {
    type: 'TaskCompleted',
    word: 'TaskCompleted',
    resource: 'task_completed',
    one: 'Task completed',
    many: 'Tasks completed',
  },
  {
    type: 'ImportUpdate',
    word: 'ImportUpdate',
    resource: 'import_update',
    one: 'Import update',
    many: 'Import updates',
  },
] as const

export type ActivityType = (typeof activityTypes)[number]
export type ActivityTypeName = ActivityType['type']
export type TypeWord = ActivityType['word']
export type TypeResource = ActivityType['resource']

/** A list's path after `/activity/`; `''` is the mixed list. */
export type Resource = '' | TypeResource

export const resources: readonly Resource[] = ['', ...activityTypes.map((t) => t.resource)]

export function activityTypeOf(resource: TypeResource): ActivityType
export function activityTypeOf(resource: Resource): ActivityType | undefined
export function activityTypeOf(resource: Resource): ActivityType | undefined {
  return activityTypes.find((t) => t.resource === resource)
}

/** A list's name on screen: "All activities", "Calls", … */
export function listName(resource: Resource): string {
  return activityTypeOf(resource)?.many ?? 'All activities'
}

/** The API path of a list, below `/api/v1`: `/activity/` or `/activity/call/`. */
export function listPath(resource: Resource): string {
  return resource === '' ? '/activity/' : `/activity/${resource}/`
}
