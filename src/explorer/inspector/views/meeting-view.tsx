import { useMemo } from 'react'
import { bodyOf } from '#core/activity/details/body.ts'
import { recordOf } from '#core/activity/details/fact.ts'
import { meetingFacts } from '#core/activity/details/meeting.ts'
import { listPath } from '#core/close/activity-types.ts'
import { Attendees } from '#explorer/inspector/attendees.tsx'
import { BodyText } from '#explorer/inspector/body-text.tsx'
import { FactList } from '#explorer/inspector/fact-list.tsx'
import { Section } from '#explorer/inspector/section.tsx'
import { Transcripts } from '#explorer/inspector/transcript.tsx'
import type { ViewProps } from './view.ts'

const fields = ['transcripts']

export function MeetingView({ wire, id }: ViewProps) {
  const facts = useMemo(() => meetingFacts(wire), [wire])
  const texts = [
    { title: 'Summary', body: bodyOf(recordOf(wire, 'summary') ?? {}, 'text', 'html') },
    { title: 'Invitation', body: bodyOf(wire, 'note', 'note_html') },
    { title: 'Notes', body: bodyOf(wire, 'user_note', 'user_note_html') },
  ]
  return (
    <>
      <Section title="Meeting">
        <FactList facts={facts} />
      </Section>
      <Attendees wire={wire} />
      {texts.map(
        ({ title, body }) =>
          body && (
            <Section key={title} title={title}>
              <BodyText body={body} />
            </Section>
          ),
      )}
      <Transcripts id={id} path={listPath('meeting')} fields={fields} />
    </>
  )
}
