import { THREAD } from '#sandbox/store/kinds.ts'
import type { Strictness } from '#sandbox/strictness.ts'
import { fill } from '#sandbox/texts/fill.ts'
import { meetingSummaries } from '#sandbox/texts/notes.ts'
import { formatMoment } from '#sandbox/time.ts'
import type { World } from '#sandbox/world.ts'
import { common, extend, slotsOf, type Subject, subjectOf, type Wire } from './common.ts'
import { renderStrippedEmail } from './email.ts'
import { ourAddress, theirAddress } from './email-parts.ts'
import { conversationOf } from './email-text.ts'

const previewKeys = [
  'id',
  'subject',
  'sender',
  'to',
  'cc',
  'bcc',
  'direction',
  'status',
  'user_id',
  'body_preview',
  'date_created',
  'date_updated',
  'date_sent',
  'envelope',
  'opens_summary',
  'send_as_id',
] as const

/** The rows of a thread's messages that are still there, oldest first. */
export function messagesOf(world: World, thread: number): number[] {
  const { kind, extra } = world.store.columns
  if (kind[thread] !== THREAD) return []
  const rows = Array.from({ length: extra[thread] ?? 0 }, (_, place) => thread + 1 + place)
  return rows.filter((row) => world.store.isAlive(row) && extra[row] === thread)
}

/** Singly a thread carries its messages as `emails`, newest first; in lists, by default, previews as `latest_emails`. Null: neither is wanted. */
export function renderThread(s: Subject, form: Strictness['threadsInLists'] | null): Wire {
  const messages = messagesOf(s.world, s.row)
    .toReversed()
    .map((row) => subjectOf(s.world, row))
  const asConversation = { ...s, extra: s.row }
  const { subject } = conversationOf(asConversation)
  const ours = ourAddress(s)
  const theirs = theirAddress(s)
  const base = common(s, -1)
  const summary = messages.length > 5 ? fill(s.random.pick(meetingSummaries), s.random, slotsOf(s)) : null
  return extend(
    base,
    {
      users: s.userNumber < 0 ? [] : [base['user_id']],
      latest_normalized_subject: subject,
      n_emails: messages.length,
      participants: [
        { email: ours.email, name: ours.name },
        { email: theirs.email, name: theirs.name === '' ? null : theirs.name },
      ],
    },
    form === 'emails' && { emails: messages.map(renderStrippedEmail) },
    form === 'latest_emails' && { latest_emails: messages.slice(0, 10).map(preview) },
    {
      summary:
        summary === null
          ? null
          : {
              status: 'success',
              summary_text: summary,
              summary_html: `<p>${summary}</p>`,
              generated_at: formatMoment(s.created),
              updated_at: null,
              expired_at: null,
              feedback: null,
            },
      importance: null,
      comment_summary: null,
    },
  )
}

function preview(s: Subject): Wire {
  const email = renderStrippedEmail(s)
  const attachments = email['attachments']
  return {
    ...Object.fromEntries(previewKeys.map((key) => [key, email[key]])),
    has_attachments: Array.isArray(attachments) && attachments.length > 0,
  }
}
