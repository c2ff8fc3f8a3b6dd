import { useMemo } from 'react'
import { bodyOf } from '#core/activity/details/body.ts'
import { callFacts, callTranscripts, hasTranscript } from '#core/activity/details/call.ts'
import { listPath } from '#core/close/activity-types.ts'
import { BodyText } from '#explorer/inspector/body-text.tsx'
import { FactList } from '#explorer/inspector/fact-list.tsx'
import { Section } from '#explorer/inspector/section.tsx'
import { Transcripts } from '#explorer/inspector/transcript.tsx'
import type { ViewProps } from './view.ts'

const fields = callTranscripts.map(({ field }) => field)

export function CallView({ wire, id }: ViewProps) {
  const facts = useMemo(() => callFacts(wire), [wire])
  const note = bodyOf(wire, 'note', 'note_html')
  return (
    <>
      {note && (
        <Section title="Note">
          <BodyText body={note} />
        </Section>
      )}
      <Section title="Call">
        <FactList facts={facts} />
      </Section>
      {hasTranscript(wire) && <Transcripts id={id} path={listPath('call')} fields={fields} />}
    </>
  )
}
