import type { ActivityTypeName } from '#core/close/activity-types.ts'
import { Icon, type IconName } from '#ui/icon.tsx'

const icons: { readonly [T in ActivityTypeName]: IconName } = {
  Call: 'phone',
  Email: 'envelope',
  EmailThread: 'envelopes',
  Note: 'page',
  SMS: 'speech',
  WhatsAppMessage: 'bubble',
  Meeting: 'calendar',
  CustomActivity: 'star',
  Created: 'building',
  FormSubmission: 'form',
  LeadStatusChange: 'swap',
  OpportunityStatusChange: 'coin',
  LeadMerge: 'merge',
  TaskCompleted: 'task',
  ImportUpdate: 'import',
}

function isKnown(type: string): type is ActivityTypeName {
  return Object.hasOwn(icons, type)
}

/** The icon of a type; a question mark for one this program does not know. */
export function TypeIcon({ type }: { type: string }) {
  return <Icon name={isKnown(type) ? icons[type] : 'question'} className="size-4 text-ink-muted" />
}
