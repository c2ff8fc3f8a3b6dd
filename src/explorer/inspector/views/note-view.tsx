import { useMemo } from 'react'
import { bodyOf } from '#core/activity/details/body.ts'
import { noteFacts } from '#core/activity/details/small.ts'
import { Attachments } from '#explorer/inspector/attachments.tsx'
import { BodyText } from '#explorer/inspector/body-text.tsx'
import { FactList } from '#explorer/inspector/fact-list.tsx'
import { Section } from '#explorer/inspector/section.tsx'
import type { ViewProps } from './view.ts'

export function NoteView({ wire }: ViewProps) {
  const facts = useMemo(() => noteFacts(wire), [wire])
  const note = bodyOf(wire, 'note', 'note_html')
  return (
    <>
      <Section title="Note">
        {note ? <BodyText body={note} /> : <p className="text-ink-muted">This note has no text.</p>}
        <FactList facts={facts} />
      </Section>
      <Attachments wire={wire} />
    </>
  )
}
