/** Activity types in the few groups that can be told apart by a colour and a pattern. */
import type { ActivityTypeName } from '#core/close/activity-types.ts'

export const families = [
  { id: 'calls', label: 'Calls', types: ['Call'] },
  { id: 'emails', label: 'Emails', types: ['Email', 'EmailThread'] },
  { id: 'messages', label: 'Text messages', types: ['SMS', 'WhatsAppMessage'] },
  { id: 'meetings', label: 'Meetings', types: ['Meeting'] },
  { id: 'notes', label: 'Notes', types: ['Note'] },
  { id: 'custom', label: 'Custom', types: ['CustomActivity'] },
  { id: 'others', label: 'Other', types: [] },
] as const satisfies readonly { id: string; label: string; types: readonly ActivityTypeName[] }[]

export type Family = (typeof families)[number]['id']

/** Types that are in no group, also those that this program does not know, are among the others. */
export function familyOf(type: string): Family {
  return families.find(({ types }) => types.some((each) => each === type))?.id ?? 'others'
}
