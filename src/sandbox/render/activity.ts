import {
  CALL,
  CREATED,
  CUSTOM,
  EMAIL,
  FORM,
  IMPORT,
  LEAD_MERGE,
  LEAD_STATUS,
  MEETING,
  NOTE,
  OPPORTUNITY_STATUS,
  SMS,
  TASK,
  THREAD,
  WHATSAPP,
} from '#sandbox/store/kinds.ts'
import type { Fields } from '#sandbox/fields.ts'
import type { Strictness } from '#sandbox/strictness.ts'
import type { World } from '#sandbox/world.ts'
import { renderCall } from './call.ts'
import {
  renderCreated,
  renderImportUpdate,
  renderLeadMerge,
  renderLeadStatusChange,
  renderOpportunityStatusChange,
  renderTaskCompleted,
  renderUnknown,
} from './changes.ts'
import { common, extend, type Subject, subjectOf, type Wire } from './common.ts'
import { renderCustomActivity } from './custom.ts'
import { emailBodies, renderEmail, renderStrippedEmail } from './email.ts'
import { renderFormSubmission } from './form.ts'
import { renderMeeting } from './meeting.ts'
import { renderSms, renderWhatsApp } from './messages.ts'
import { renderNote } from './note.ts'
import { renderThread } from './thread.ts'
import { transcriptOf } from './transcripts.ts'

/** How an activity is asked for. */
export interface RenderOptions {
  /** What threads carry. */
  readonly threads: Strictness['threadsInLists']
  /** Emails without their bodies, as `thread_emails=true` gives them. */
  readonly strippedEmails: boolean
  /** The fields asked for: some come only when named, some cost more than the rest of the object. */
  readonly fields: Pick<Fields, 'names' | 'wants' | 'within'>
}

const renderers = new Map<number, (s: Subject) => Wire>([
  [CALL, renderCall],
  [EMAIL, renderEmail],
  [NOTE, renderNote],
  [SMS, renderSms],
  [WHATSAPP, renderWhatsApp],
  [MEETING, renderMeeting],
  [CUSTOM, renderCustomActivity],
  [CREATED, renderCreated],
  [FORM, renderFormSubmission],
  [LEAD_STATUS, renderLeadStatusChange],
  [OPPORTUNITY_STATUS, renderOpportunityStatusChange],
  [LEAD_MERGE, renderLeadMerge],
  [TASK, renderTaskCompleted],
  [IMPORT, renderImportUpdate],
])

/** Keys that mean the same in every type: when no others are asked for, nothing else need be drawn. */
const alike: ReadonlySet<string> = new Set([
  'id',
  '_type',
  'organization_id',
  'lead_id',
  'contact_id',
  'user_id',
  'user_name',
  'date_created',
  'activity_at',
])

/** A row as a whole object of the API. */
export function renderActivity(world: World, row: number, options: RenderOptions): Wire {
  const subject = subjectOf(world, row)
  const kind = world.store.columns.kind[row] ?? -1
  if (kind !== TASK && options.fields.within(alike)) return common(subject)
  if (kind === THREAD) return renderThread(subject, options.fields.wants(options.threads) ? options.threads : null)
  if (kind === EMAIL && (options.strippedEmails || !emailBodies.some(options.fields.wants)))
    return renderStrippedEmail(subject)
  const activity = (renderers.get(kind) ?? renderUnknown)(subject)
  return extend(activity, transcripts(subject, kind, activity, options))
}

/** Transcripts come only when they are named. */
function transcripts(s: Subject, kind: number, activity: Wire, { fields: { names } }: RenderOptions): Wire {
  if (kind === CALL) {
    return {
      ...(names('recording_transcript') && {
        recording_transcript: activity['has_recording'] === true ? transcriptOf(s, 'recording') : null,
      }),
      ...(names('voicemail_transcript') && {
        voicemail_transcript: activity['voicemail_url'] === null ? null : transcriptOf(s, 'voicemail'),
      }),
    }
  }
  return kind === MEETING && names('transcripts')
    ? { transcripts: activity['summary'] === null ? [] : [transcriptOf(s, 'meeting')] }
    : {}
}
