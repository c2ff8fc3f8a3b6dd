import type { WireActivity } from '#core/close/wire.ts'
import { isRecord } from '#core/activity/read.ts'
import { directionText, dispositionText, sentenceCase } from '#core/activity/wording.ts'
import {
  cost,
  type Fact,
  fact,
  facts,
  flag,
  instant,
  link,
  list,
  phone,
  reference,
  seconds,
  text,
  textValue,
  word,
} from './fact.ts'

const methods: Readonly<Record<string, string>> = {
  regular: 'Regular',
  power: 'Power dialer',
  predictive: 'Predictive dialer',
  external: 'Outside Close',
}

/** What became of a call, who was called, and what there is to listen to. */
export function callFacts(wire: WireActivity): readonly Fact[] {
  const inbound = wire['direction'] === 'inbound'
  return facts(
    fact('Direction', word(wire, 'direction', directionText)),
    fact('Outcome', reference('outcome', wire, 'outcome_id')),
    fact('Result', word(wire, 'disposition', dispositionText)),
    fact('Status', word(wire, 'status')),
    fact('Duration', seconds(wire, 'duration')),
    fact('Answered', instant(wire, 'date_answered')),
    fact(inbound ? 'From' : 'To', phone(wire, 'remote_phone') ?? phone(wire, 'phone')),
    fact(inbound ? 'To' : 'From', phone(wire, 'local_phone')),
    fact(
      'Made with',
      word(wire, 'call_method', (method) => methods[method] ?? sentenceCase(method)),
    ),
    fact('Source', source(wire)),
    fact('Cost', cost(wire, 'cost')),
    fact('Recording', link(wire['recording_url'], 'Recording in Close')),
    fact('Recording until', instant(wire, 'recording_expires_at')),
    fact('Voicemail', link(wire['voicemail_url'], 'Voicemail in Close')),
    fact('Voicemail length', seconds(wire, 'voicemail_duration')),
    fact('Transferred from', transfer(wire, 'transferred_from')),
    fact('Transferred to', transfer(wire, 'transferred_to')),
    fact('Forwarded to', text(wire, 'forwarded_to')),
    fact('Group number', flag(wire, 'is_to_group_number', 'Yes')),
    fact('Sequence', reference('other', wire, 'sequence_id', 'sequence_name')),
    fact('Meeting', reference('activity', wire, 'parent_meeting_id')),
    fact('Comments', comments(wire)),
  )
}

const sources: Readonly<Record<string, string>> = {
  'Close.io': 'Close',
  External: 'Outside Close',
  ui: 'By hand in Close',
  api: 'Through the API',
  ai: 'By AI',
  import: 'By an import',
  webform: 'By a web form',
  email: 'From an email',
  whatsapp: 'From WhatsApp',
}

/** Close says where an activity was made in a word of its own. */
export function source(wire: WireActivity) {
  return word(wire, 'source', (sent) => sources[sent] ?? sentenceCase(sent))
}

function transfer(wire: WireActivity, field: string) {
  return list([text(wire, field), reference('user', wire, `${field}_user_id`)])
}

/** Shown when there are any. */
export function comments(wire: WireActivity) {
  const summary = wire['comment_summary']
  const count = isRecord(summary) ? summary['comment_count'] : null
  return typeof count === 'number' && count > 0 ? textValue(String(count)) : null
}

/** The fields that hold a call's transcripts when they are asked for, and what each is called. */
export const callTranscripts = [
  { field: 'recording_transcript', label: 'Recording' },
  { field: 'voicemail_transcript', label: 'Voicemail' },
] as const

/** Whether there can be a transcript at all. */
export function hasTranscript(wire: WireActivity): boolean {
  return wire['has_recording'] === true || link(wire['recording_url']) !== null || link(wire['voicemail_url']) !== null
}
