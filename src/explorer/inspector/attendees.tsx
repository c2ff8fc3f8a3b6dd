import { type Attendee, attendeesOf } from '#core/activity/details/meeting.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { keyed } from '#lib/keyed.ts'
import { cx } from '#ui/cx.ts'
import { PersonText } from './person-text.tsx'
import { Section } from './section.tsx'

/** Who was invited, and what they answered. */
export function Attendees({ wire }: { wire: WireActivity }) {
  const attendees = attendeesOf(wire)
  if (attendees.length === 0) return null
  return (
    <Section title={attendees.length === 1 ? '1 attendee' : `${attendees.length} attendees`}>
      <ul className="flex flex-col gap-1.5">
        {keyed(attendees).map(({ key, item: attendee }) => (
          <li key={key} className="flex items-start justify-between gap-3">
            <span className="min-w-0">
              {attendee.person ? (
                <PersonText person={attendee.person} />
              ) : (
                (attendee.contactId ?? attendee.userId ?? 'Somebody')
              )}
              {attendee.isOrganizer && <span className="block text-xs text-ink-muted">Organizer</span>}
            </span>
            {attendee.answer !== null && (
              <span className={cx('shrink-0 rounded-full px-2 text-xs leading-5', tones[attendee.tone])}>
                {attendee.answer}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const tones: { readonly [T in Attendee['tone']]: string } = {
  yes: 'bg-good-soft text-good',
  no: 'bg-danger-soft text-danger',
  maybe: 'bg-warn-soft text-warn',
  open: 'bg-sunken text-ink-muted',
}
