import type { WireActivity } from '#core/close/wire.ts'
import { idOf, lineOf } from '#core/activity/read.ts'
import { sentenceCase } from '#core/activity/wording.ts'
import { type Fact, fact, facts, flag, instant, link, list, recordsOf, reference, seconds, word } from './fact.ts'
import { type Person, personOf } from './person.ts'

const services: Readonly<Record<string, string>> = {
  ZOOM: 'Zoom',
  GOOGLE_MEET: 'Google Meet',
  GOOGLE_HANGOUTS: 'Google Hangouts',
  MICROSOFT_TEAMS: 'Microsoft Teams',
  SKYPE: 'Skype',
  WEBEX: 'Webex',
  GO_TO_MEETING: 'GoTo Meeting',
}

export function meetingFacts(wire: WireActivity): readonly Fact[] {
  return facts(
    fact('Status', word(wire, 'status')),
    fact('Starts', instant(wire, 'starts_at')),
    fact('Ends', instant(wire, 'ends_at')),
    fact('Duration', seconds(wire, 'duration')),
    fact('Actual duration', seconds(wire, 'actual_duration')),
    fact('Outcome', reference('outcome', wire, 'outcome_id')),
    fact('Outcome chosen', word(wire, 'outcome_reason')),
    fact('Location', link(wire['location'])),
    fact('Join', list(recordsOf(wire, 'conference_links').map(({ type, url }) => link(url, serviceName(type))))),
    fact('Calendar event', link(wire['calendar_event_link'], 'Open the event')),
    fact('Calendar', word(wire, 'provider_calendar_type')),
    fact('Source', word(wire, 'source')),
    fact('Recurring', flag(wire, 'is_recurring', 'Yes')),
  )
}

function serviceName(type: unknown): string | undefined {
  return typeof type === 'string' && type !== '' ? (services[type] ?? sentenceCase(type.toLowerCase())) : undefined
}

export interface Attendee {
  readonly person: Person | null
  readonly contactId: string | null
  readonly userId: string | null
  readonly isOrganizer: boolean
  /** "Accepted", "No answer", … */
  readonly answer: string | null
  readonly tone: 'yes' | 'no' | 'maybe' | 'open'
}

const answers: Readonly<Record<string, { readonly words: string; readonly tone: Attendee['tone'] }>> = {
  yes: { words: 'Accepted', tone: 'yes' },
  no: { words: 'Declined', tone: 'no' },
  maybe: { words: 'Maybe', tone: 'maybe' },
  noreply: { words: 'No answer', tone: 'open' },
}

/** Who was invited, organizers first, and what they answered. */
export function attendeesOf(wire: WireActivity): readonly Attendee[] {
  return recordsOf(wire, 'attendees')
    .map(attendeeOf)
    .toSorted((a, b) => Number(b.isOrganizer) - Number(a.isOrganizer))
}

function attendeeOf(attendee: WireActivity): Attendee {
  const status = lineOf(attendee, 'status')
  const answer = status === null ? undefined : answers[status]
  return {
    person: personOf(attendee),
    contactId: idOf(attendee, 'contact_id'),
    userId: idOf(attendee, 'user_id'),
    isOrganizer: attendee['is_organizer'] === true,
    answer: answer?.words ?? (status === null ? null : sentenceCase(status)),
    tone: answer?.tone ?? 'open',
  }
}
