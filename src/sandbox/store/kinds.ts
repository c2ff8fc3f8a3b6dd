import { activityTypes, type ActivityTypeName, type TypeResource } from '#core/close/activity-types.ts'

/** An activity type that no documentation names; it appears in the mixed list only. */
export const UNKNOWN_TYPE = 'VoiceAgentSession'

/** The `_type` of each kind of row. A row stores its place in this list. */
export const kinds: readonly string[] = [...activityTypes.map((t) => t.type), UNKNOWN_TYPE]

export function kindOf(type: ActivityTypeName | typeof UNKNOWN_TYPE): number {
  return kinds.indexOf(type)
}

export function kindOfResource(resource: TypeResource): number {
  return activityTypes.findIndex((t) => t.resource === resource)
}

/** Kinds by name, for code that speaks of one. */
export const CALL = kindOf('Call')
export const EMAIL = kindOf('Email')
export const THREAD = kindOf('EmailThread')
export const NOTE = kindOf('Note')
export const SMS = kindOf('SMS')
export const WHATSAPP = kindOf('WhatsAppMessage')
export const MEETING = kindOf('Meeting')
export const CUSTOM = kindOf('CustomActivity')
export const CREATED = kindOf('Created')
export const FORM = kindOf('FormSubmission')
export const LEAD_STATUS = kindOf('LeadStatusChange')
export const OPPORTUNITY_STATUS = kindOf('OpportunityStatusChange')
export const LEAD_MERGE = kindOf('LeadMerge')
export const TASK = kindOf('TaskCompleted')
export const IMPORT = kindOf('ImportUpdate')
export const UNKNOWN = kindOf(UNKNOWN_TYPE)
