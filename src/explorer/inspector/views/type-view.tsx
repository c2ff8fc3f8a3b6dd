import { type ComponentType, createElement } from 'react'
import type { ActivityTypeName } from '#core/close/activity-types.ts'
import { CallView } from './call-view.tsx'
import { CreatedView } from './created-view.tsx'
import { CustomView } from './custom-view.tsx'
import { EmailView } from './email-view.tsx'
import { FormView } from './form-view.tsx'
import { ImportView } from './import-view.tsx'
import { LeadStatusView } from './lead-status-view.tsx'
import { MeetingView } from './meeting-view.tsx'
import { MergeView } from './merge-view.tsx'
import { MessageView } from './message-view.tsx'
import { NoteView } from './note-view.tsx'
import { OpportunityStatusView } from './opportunity-status-view.tsx'
import { TaskView } from './task-view.tsx'
import { ThreadView } from './thread-view.tsx'
import { UnknownView } from './unknown-view.tsx'
import type { ViewProps } from './view.ts'

const views: { readonly [T in ActivityTypeName]: ComponentType<ViewProps> } = {
  Call: CallView,
  Email: EmailView,
  EmailThread: ThreadView,
  Note: NoteView,
  SMS: MessageView,
  WhatsAppMessage: MessageView,
  Meeting: MeetingView,
  CustomActivity: CustomView,
  Created: CreatedView,
  FormSubmission: FormView,
  LeadStatusChange: LeadStatusView,
  OpportunityStatusChange: OpportunityStatusView,
  LeadMerge: MergeView,
  TaskCompleted: TaskView,
  ImportUpdate: ImportView,
}

function isKnown(type: string): type is ActivityTypeName {
  return Object.hasOwn(views, type)
}

/** The view of a type; one for all that this program does not know. */
export function TypeView({ type, ...props }: ViewProps & { type: string }) {
  return createElement(isKnown(type) ? views[type] : UnknownView, props)
}
