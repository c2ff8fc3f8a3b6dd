import { sequences } from '#sandbox/dataset/settings.ts'
import { DRAFT, EMAIL_STATUS_BITS, FAILED, INCOMING, SCHEDULED } from '#sandbox/dataset/variants.ts'
import { DAY, formatMailDate, formatMoment, HOUR } from '#sandbox/time.ts'
import { common, extend, sequenceKeys, type Subject, type Wire } from './common.ts'
import { attachmentsOf, failureOf, isLast, messageIdOf, opensOf, ourAddress, theirAddress } from './email-parts.ts'
import { type Conversation, conversationOf, htmlOf, placeOf, quotedText, writtenText } from './email-text.ts'
import { writtenAttachments, writtenBodies, writtenMail } from './written.ts'

/** What stripped-down emails lack. */
export const emailBodies = ['body_text', 'body_html', 'body_text_quoted', 'body_html_quoted'] as const

export function renderEmail(s: Subject): Wire {
  const conversation = conversationOf(s)
  return extend(renderHead(s, conversation), bodies(s, conversation))
}

/** An email as it stands beside its thread: with its preview, without its four bodies. */
export function renderStrippedEmail(s: Subject): Wire {
  const conversation = conversationOf(s)
  return extend(renderHead(s, conversation), { body_preview: previewOf(writtenText(s, conversation)) })
}

function renderHead(s: Subject, conversation: Conversation): Wire {
  const { ids } = s.world
  const incoming = (s.variant & INCOMING) !== 0
  const status = statusOf(s)
  const sent = status === 'sent' || status === 'inbox'
  const ours = ourAddress(s)
  const theirs = theirAddress(s)
  const [from, to] = incoming ? [theirs, ours] : [ours, theirs]
  const reply = placeOf(s) > 0
  const written = writtenMail(s)
  const subject = written?.subject ?? (reply ? `Re: ${conversation.subject}` : conversation.subject)
  const copied = s.random.chance(0.12) ? [`accounts@${ours.email.split('@')[1] ?? ''}`] : []
  const base = common(s, incoming ? -1 : s.userNumber)
  const messageId = messageIdOf(s.world.seed, s.row)
  const last = isLast(s)
  return extend(
    base,
    {
      thread_id: s.extra >= 0 ? ids.encode('acti', s.extra) : null,
      direction: incoming ? 'incoming' : 'outgoing',
      status,
      subject,
      sender: `${from.name} <${from.email}>`,
      to: [to.email],
      cc: copied,
      bcc: [],
      envelope: {
        from: [from],
        sender: [from],
        to: [{ email: to.email, name: incoming ? to.name : '' }],
        cc: copied.map((email) => ({ email, name: '' })),
        bcc: [],
        reply_to: [],
        date: sent ? formatMailDate(s.activityAt) : null,
        in_reply_to: reply ? messageIdOf(s.world.seed, s.row - 1) : null,
        message_id: messageId,
        subject,
        is_autoreply: false,
      },
      attachments: written ? writtenAttachments(s, written) : attachmentsOf(s),
    },
    opensOf(s, sent && !incoming),
    {
      in_reply_to_id: reply ? ids.encode('acti', s.row - 1) : null,
      has_reply: !last,
      message_ids: [messageId],
      references: reply ? [messageIdOf(s.world.seed, s.extra + 1)] : [],
      email_account_id: s.userNumber < 0 ? null : ids.encode('emailacct', s.userNumber),
      send_as_id: null,
      need_smtp_credentials: false,
      send_attempts: status === 'error' ? [failureOf(s)] : [],
      template_id: null,
      template_name: null,
      date_sent: sent ? formatMoment(s.activityAt) : null,
      date_scheduled:
        status === 'scheduled' ? formatMoment(Math.floor((s.world.end + DAY) / DAY) * DAY + 8 * HOUR) : null,
      bulk_email_action_id: null,
    },
    sequenceKeys(s, sequences, !incoming && !reply ? 0.15 : 0),
    {
      followup_sequence_id: null,
      followup_sequence_delay: null,
      followup_sequence_add_cc_bcc: false,
      agent_config_id: null,
      agent_action_reason: null,
    },
  )
}

function bodies(s: Subject, conversation: Conversation): Wire {
  const written = writtenMail(s)
  if (written) return { ...writtenBodies(written), body_preview: previewOf(written.text) }
  const text = writtenText(s, conversation)
  const quoted = quotedText(s, conversation)
  const html = htmlOf(text) + pixelOf(s)
  const quotedHtml =
    quoted === null ? null : `<blockquote class="gmail_quote">${htmlOf(quoted.replaceAll(/^> ?/gm, ''))}</blockquote>`
  return {
    body_text: quoted === null ? text : `${text}\n\n${quoted}`,
    body_html: quotedHtml === null ? html : `${html}<br>\n<br>\n${quotedHtml}`,
    body_preview: previewOf(text),
    body_text_quoted: [{ text, expand: true }, ...(quoted === null ? [] : [{ text: quoted, expand: false }])],
    body_html_quoted: [{ html, expand: true }, ...(quotedHtml === null ? [] : [{ html: quotedHtml, expand: false }])],
  }
}

function previewOf(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, 160)
}

/** Some senders count who reads their mail. */
function pixelOf(s: Subject): string {
  return (s.variant & INCOMING) !== 0 && s.row % 13 === 0
    ? `<img src="https://pixel.tracker.example/o/${s.row}.gif" width="1" height="1" alt="">`
    : ''
}

function statusOf(s: Subject): string {
  const bits = s.variant & EMAIL_STATUS_BITS
  if (bits === DRAFT) return 'draft'
  if (bits === SCHEDULED) return 'scheduled'
  if (bits === FAILED) return 'error'
  return (s.variant & INCOMING) !== 0 ? 'inbox' : 'sent'
}
