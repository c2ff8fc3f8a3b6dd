import { emailOf, fullName } from '#sandbox/dataset/organization.ts'
import { mix } from '#sandbox/random.ts'
import { fill } from '#sandbox/texts/fill.ts'
import { leadNotes, meetingSummaries, meetingTitles } from '#sandbox/texts/notes.ts'
import { formatMoment, MINUTE } from '#sandbox/time.ts'
import { common, escapeHtml, extend, paragraphs, slotsOf, type Subject, type Wire } from './common.ts'

export function renderMeeting(s: Subject): Wire {
  const base = common(s)
  const slots = slotsOf(s)
  const minutes = s.random.pick([30, 30, 45, 60])
  const ahead = s.created > s.world.start
  const status = ahead ? 'upcoming' : statusOf(s)
  const held = status === 'completed'
  const calendar = s.random.chance(0.85)
  const note = calendar ? fill('Agenda: {place}, open questions, next step.', s.random, slots) : ''
  const userNote = held && s.random.chance(0.3) ? fill(s.random.pick(leadNotes), s.random, slots) : null
  const summary = held && s.random.chance(0.25) ? fill(s.random.pick(meetingSummaries), s.random, slots) : null
  const eventId = calendarEventId(s.world.seed, s.row)
  return extend(base, {
    users: s.userNumber < 0 ? [] : [base['user_id']],
    title: fill(s.random.pick(meetingTitles), s.random, slots),
    status,
    starts_at: formatMoment(s.created),
    ends_at: formatMoment(s.created + minutes * MINUTE),
    duration: minutes * 60,
    actual_duration: held ? Math.max(300, minutes * 60 + s.random.between(-900, 700)) : null,
    attendees: attendeesOf(s, ahead),
    location: calendar
      ? s.random.chance(0.15)
        ? (s.lead?.city ?? null)
        : `https://meet.example/${eventId.slice(0, 9)}`
      : null,
    note,
    user_note: userNote,
    user_note_html: userNote === null ? null : paragraphs(userNote),
    user_note_date_updated: userNote === null ? null : formatMoment(s.created + minutes * MINUTE),
    user_note_mentions: [],
    outcome_id:
      held && s.random.chance(0.5)
        ? s.world.ids.encode('outcome', 6)
        : status === 'declined-by-lead'
          ? s.world.ids.encode('outcome', 7)
          : null,
    outcome_reason: held ? 'user-selected' : null,
    outcome_autofill_confidence: null,
    outcome_autofill_reasoning: null,
    source: calendar ? 'calendar' : 'manual',
    is_recurring: s.random.chance(0.06),
    calendar_event_link: calendar ? `https://calendar.example/event/${eventId}` : null,
    calendar_event_uids: calendar ? [`${eventId}@calendar.example`] : [],
    provider_calendar_event_id: calendar ? eventId : null,
    provider_calendar_ids: calendar ? ['primary'] : [],
    provider_calendar_type: calendar ? calendarType(s.userNumber) : null,
    conference_links: calendar
      ? [
          {
            type: calendarType(s.userNumber) === 'google' ? 'GOOGLE_MEET' : 'MICROSOFT_TEAMS',
            url: `https://meet.example/${eventId.slice(0, 9)}`,
          },
        ]
      : [],
    connected_account_id: calendar && s.userNumber >= 0 ? s.world.ids.encode('emailacct', s.userNumber) : null,
    conversation_type_id: null,
    conversation_type_reason: null,
    integrations: [],
    attached_call_ids: [],
    notetaker_id: null,
    playbook_id: null,
    playbook_reason: null,
    summary: summary === null ? null : { text: summary, html: `<p>${escapeHtml(summary)}</p>` },
  })
}

function statusOf(s: Subject): string {
  const at = s.random.unit()
  return at < 0.84 ? 'completed' : at < 0.92 ? 'canceled' : at < 0.98 ? 'declined-by-lead' : 'declined-by-org'
}

function attendeesOf(s: Subject, ahead: boolean): Wire[] {
  const ours =
    s.user === undefined
      ? []
      : [
          {
            name: fullName(s.user),
            email: emailOf(s.user),
            contact_id: null,
            user_id: s.world.ids.encode('user', s.userNumber),
            status: 'yes',
            is_organizer: true,
          },
        ]
  const theirs =
    s.contact === undefined
      ? []
      : [
          {
            name: `${s.contact.first} ${s.contact.last}`,
            email: s.contact.email,
            contact_id: s.world.ids.encode('cont', s.contactNumber),
            user_id: null,
            status: ahead && s.random.chance(0.5) ? 'noreply' : s.random.chance(0.85) ? 'yes' : 'maybe',
            is_organizer: false,
          },
        ]
  return [...theirs, ...ours]
}

/** The id of a meeting's event in the outside calendar. */
export function calendarEventId(seed: number, row: number): string {
  return `${mix(seed, row).toString(36)}${mix(row, seed).toString(36)}c${row.toString(36)}`
}

/** Half of the people use one calendar, half the other. */
export function calendarType(user: number): 'google' | 'microsoft' {
  return user % 2 === 0 ? 'google' : 'microsoft'
}
