import { emailOf, fullName } from '#sandbox/dataset/organization.ts'
import { sequences } from '#sandbox/dataset/settings.ts'
import { DRAFT, EMAIL_STATUS_BITS, FAILED, INCOMING, SCHEDULED } from '#sandbox/dataset/variants.ts'
import { mix } from '#sandbox/random.ts'
import { DAY, formatMailDate, formatMoment, HOUR, MINUTE, SECOND } from '#sandbox/time.ts'
import { common, sequenceKeys, type Subject, type Wire } from './common.ts'
import { type Conversation, conversationOf, htmlOf, placeOf, quotedText, writtenText } from './email-text.ts'
import { writtenAttachments, writtenBodies, writtenMail } from './written.ts'

interface Address {
  readonly email: string
  readonly name: string
}

/** What stripped-down emails lack. */
export const emailBodies = ['body_text', 'body_html', 'body_text_quoted', 'body_html_quoted'] as const

export function renderEmail(s: Subject): Wire {
  const conversation = conversationOf(s)
  return { ...renderHead(s, conversation), ...bodies(s, conversation) }
}

/** An email as it stands beside its thread: with its preview, without its four bodies. */
export function renderStrippedEmail(s: Subject): Wire {
  const conversation = conversationOf(s)
  return { ...renderHead(s, conversation), body_preview: previewOf(writtenText(s, conversation)) }
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
  return {
    ...base,
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
    ...opensOf(s, sent && !incoming),
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
    ...sequenceKeys(s, sequences, !incoming && !reply ? 0.15 : 0),
    followup_sequence_id: null,
    followup_sequence_delay: null,
    followup_sequence_add_cc_bcc: false,
    agent_config_id: null,
    agent_action_reason: null,
  }
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

export function ourAddress(s: Subject): Address {
  return s.user === undefined
    ? { email: 'hello@harbourline.example', name: 'Harbourline' }
    : { email: emailOf(s.user), name: fullName(s.user) }
}

export function theirAddress(s: Subject): Address {
  return s.contact === undefined
    ? { email: 'unknown@mail.example', name: '' }
    : { email: s.contact.email, name: `${s.contact.first} ${s.contact.last}` }
}

function messageIdOf(seed: number, row: number): string {
  return `<${mix(seed, row).toString(36)}.${row.toString(36)}@mail.harbourline.example>`
}

function isLast(s: Subject): boolean {
  if (s.extra < 0) return true
  return placeOf(s) === (s.world.store.columns.extra[s.extra] ?? 1) - 1
}

function attachmentsOf(s: Subject): Wire[] {
  if (!s.random.chance(0.09)) return []
  const filename = s.random.pick([
    'Quote.pdf',
    'Contract v3.docx',
    'vehicles.xlsx',
    'Security overview.pdf',
    'Invoice.pdf',
    'floor plan.png',
  ])
  const url = `https://api.close.com/email/attachment/${s.world.ids.encode('media', s.row)}/`
  return [
    {
      url,
      filename,
      size: s.random.between(9_000, 2_400_000),
      content_type: contentTypeOf(filename),
      thumbnail_url: null,
      content_id: null,
      inline_only: false,
    },
  ]
}

function contentTypeOf(filename: string): string {
  if (filename.endsWith('.pdf')) return 'application/pdf'
  if (filename.endsWith('.png')) return 'image/png'
  return filename.endsWith('.xlsx')
    ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
}

function opensOf(s: Subject, tracked: boolean): Wire {
  const count = tracked && s.random.chance(0.4) ? s.random.between(1, 4) : 0
  const opens = Array.from({ length: count }, (_, i) => ({
    opened_at: formatMoment(s.activityAt + (i + 1) * 47 * MINUTE + s.random.below(3000) * SECOND),
    opened_by: theirAddress(s).email,
    ip_address: `198.51.100.${s.random.below(256)}`,
    user_agent: 'Mozilla/5.0 (compatible; MailProxy)',
  }))
  return { opens, opens_summary: count === 0 ? null : `Opened ${count === 1 ? 'once' : `${count} times`}` }
}

function failureOf(s: Subject): Wire {
  return {
    date: formatMoment(s.created),
    error_class: 'SMTPRecipientsRefused',
    error_message: '550 5.1.1 No such user',
  }
}
