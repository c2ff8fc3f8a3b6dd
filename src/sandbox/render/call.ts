import { EXTERNAL, INCOMING, MISSED } from '#sandbox/dataset/variants.ts'
import { sequences } from '#sandbox/dataset/settings.ts'
import type { Random } from '#sandbox/random.ts'
import { fill } from '#sandbox/texts/fill.ts'
import { callNotes } from '#sandbox/texts/notes.ts'
import { DAY, formatMoment, SECOND } from '#sandbox/time.ts'
import {
  common,
  extend,
  otherPhone,
  ownPhone,
  paragraphs,
  sequenceKeys,
  slotsOf,
  type Subject,
  type Wire,
} from './common.ts'

interface Ending {
  readonly status: string
  readonly disposition: string
  /** Seconds. */
  readonly duration: number
}

export function renderCall(s: Subject): Wire {
  const { ids } = s.world
  const inbound = (s.variant & INCOMING) !== 0
  const external = (s.variant & EXTERNAL) !== 0
  const base = common(s, inbound ? -1 : s.userNumber)
  const ending = endingOf(s)
  const other = otherPhone(s)
  const own = external ? null : ownPhone(s)
  const answered = ending.disposition === 'answered'
  const note = answered && s.random.chance(0.55) ? fill(s.random.pick(callNotes), s.random, slotsOf(s)) : ''
  const voicemail = inbound && !answered && s.random.chance(0.4) ? s.random.between(8, 75) : 0
  const recorded = answered && !external && ending.duration > 20 && s.random.chance(0.6)
  const begun = Number.isNaN(s.activityAt) ? s.created : s.activityAt
  const dialer = !inbound && !external && s.random.chance(0.2)
  return extend(
    base,
    {
      direction: inbound ? 'inbound' : 'outbound',
    },
    { ...ending },
    {
      call_method: external ? 'external' : dialer ? 'power' : 'regular',
      source: external ? 'External' : 'Close.io',
      cost: external ? '0' : String(Math.ceil(ending.duration / 60) + 1),
      outcome_id: outcomeOf(s, answered),
      phone: other.number,
      remote_phone: other.number,
      remote_phone_formatted: other.formatted,
      remote_country_iso: other.country,
      local_phone: own?.number ?? null,
      local_phone_formatted: own?.formatted ?? null,
      local_country_iso: own?.country ?? '',
      note,
      note_html: paragraphs(note),
      recording_url: recorded ? mediaUrl(s, 'recording') : null,
      voicemail_url: voicemail > 0 ? mediaUrl(s, 'voicemail') : null,
      voicemail_duration: voicemail,
      has_recording: recorded,
      recording_expires_at: recorded ? formatMoment(s.created + 365 * DAY) : null,
      date_answered: answered
        ? formatMoment(Math.floor(begun / SECOND) * SECOND + s.random.between(3, 19) * SECOND)
        : null,
      dialer_id: dialer ? ids.encode('dialer', s.userNumber) : null,
      dialer_saved_search_id: dialer ? ids.encode('save', s.userNumber % 5) : null,
    },
    sequenceKeys(s, sequences, inbound ? 0 : 0.08),
    {
      transferred_from: null,
      transferred_from_user_id: null,
      transferred_to: null,
      transferred_to_user_id: null,
      forwarded_to: null,
      is_forwarded: false,
      is_joinable: false,
      is_to_group_number: inbound && s.userNumber < 0,
      coach_legs: [],
      comment_summary: { comment_count: 0, thread_id: null },
      parent_meeting_id: null,
    },
  )
}

function endingOf(s: Subject): Ending {
  if ((s.variant & MISSED) !== 0)
    return { status: 'no-answer', disposition: s.random.chance(0.2) ? 'abandoned' : 'no-answer', duration: 0 }
  if ((s.variant & EXTERNAL) !== 0)
    return { status: 'completed', disposition: 'answered', duration: s.random.between(1, 40) * 60 }
  const at = s.random.unit()
  if (at < 0.46) return { status: 'completed', disposition: 'answered', duration: talkTime(s.random) }
  if (at < 0.72)
    return {
      status: 'completed',
      disposition: (s.variant & INCOMING) !== 0 ? 'vm-answer' : 'vm-left',
      duration: s.random.between(9, 58),
    }
  if (at < 0.92) return { status: 'no-answer', disposition: 'no-answer', duration: 0 }
  if (at < 0.97) return { status: 'busy', disposition: 'busy', duration: 0 }
  if (at < 0.985) return { status: 'cancel', disposition: 'abandoned', duration: 0 }
  return { status: 'failed', disposition: 'error', duration: 0 }
}

/** Most talks are short, a few are long. */
function talkTime(random: Random): number {
  return Math.round(20 + 240 * random.unit() + 2600 * random.unit() ** 6)
}

function outcomeOf(s: Subject, answered: boolean): string | null {
  if (!s.random.chance(0.5)) return null
  return s.world.ids.encode('outcome', answered ? s.random.below(5) : 5)
}

function mediaUrl(s: Subject, kind: 'recording' | 'voicemail'): string {
  return `https://api.close.com/call/${s.world.ids.encode('acti', s.row)}/${kind}/`
}
