import { INCOMING } from '#sandbox/dataset/variants.ts'
import { sequences } from '#sandbox/dataset/settings.ts'
import { mix } from '#sandbox/random.ts'
import { fill } from '#sandbox/texts/fill.ts'
import { shortMessagesIn, shortMessagesOut } from '#sandbox/texts/notes.ts'
import { WHATSAPP } from '#sandbox/store/kinds.ts'
import { formatMoment } from '#sandbox/time.ts'
import {
  common,
  escapeHtml,
  extend,
  otherPhone,
  ownPhone,
  sequenceKeys,
  slotsOf,
  type Subject,
  type Wire,
} from './common.ts'

/** What SMS and WhatsApp messages share: who speaks from which number, and the text. */
function exchange(s: Subject) {
  const incoming = (s.variant & INCOMING) !== 0
  const text = fill(s.random.pick(incoming ? shortMessagesIn : shortMessagesOut), s.random, slotsOf(s))
  return { incoming, text, own: ownPhone(s), other: otherPhone(s) }
}

export function renderSms(s: Subject): Wire {
  const { incoming, text, own, other } = exchange(s)
  const failed = !incoming && s.random.chance(0.01)
  const picture = incoming && s.random.chance(0.04)
  return extend(
    common(s, incoming ? -1 : s.userNumber),
    {
      direction: incoming ? 'inbound' : 'outbound',
      status: incoming ? 'inbox' : failed ? 'error' : 'sent',
      text,
      source: 'Close.io',
      cost: incoming ? '1' : '2',
      local_phone: own.number,
      local_phone_formatted: own.formatted,
      local_country_iso: own.country,
      remote_phone: other.number,
      remote_phone_formatted: other.formatted,
      remote_country_iso: other.country,
      date_sent: incoming || failed ? null : formatMoment(s.activityAt),
      date_scheduled: null,
      error_message: failed ? 'The number is not reachable.' : null,
      template_id: null,
    },
    sequenceKeys(s, sequences, incoming ? 0 : 0.05),
    {
      agent_config_id: null,
      agent_action_reason: null,
      attachments: picture ? [pictureOf(s)] : [],
    },
  )
}

function pictureOf(s: Subject): Wire {
  const media = s.world.ids.encode('media', s.row)
  const url = `https://app.close.com/go/sms/${s.world.ids.encode('acti', s.row)}/media/${media}/`
  return {
    content_type: 'image/png',
    filename: 'gate.png',
    media_id: media,
    size: 15_148 + (s.row % 90_000),
    thumbnail_url: `${url}thumbnail/`,
    url,
  }
}

export function renderWhatsApp(s: Subject): Wire {
  const { incoming, text, own, other } = exchange(s)
  return extend(
    common(s, incoming ? -1 : s.userNumber),
    {
      direction: incoming ? 'incoming' : 'outgoing',
      text,
      message_markdown: text,
      message_html: `<p>${escapeHtml(text)}</p>`,
      external_whatsapp_message_id: externalMessageId(s.world.seed, s.row),
      response_to_id: answered(s) ? s.world.ids.encode('acti', s.row - 1) : null,
      integration_link: 'https://harbourline.example/whatsapp',
      integration_name: 'Harbourline WhatsApp',
      local_phone: own.number,
      local_phone_formatted: own.formatted,
      remote_phone: other.number,
      remote_phone_formatted: other.formatted,
      attachments: [],
      source: 'api',
    },
    sequenceKeys(s, sequences, 0),
  )
}

/** Whether the message answers the one before it: those of one exchange follow each other in the columns. */
function answered(s: Subject): boolean {
  const { kind, lead, variant } = s.world.store.columns
  const before = s.row - 1
  return kind[before] === WHATSAPP && lead[before] === s.leadNumber && variant[before] !== s.variant && s.row % 3 === 0
}

/** The id that the outside system gave a WhatsApp message. */
export function externalMessageId(seed: number, row: number): string {
  return `wamid.${mix(seed, row).toString(36).toUpperCase()}${row}`
}
