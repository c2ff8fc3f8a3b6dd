import { useMemo } from 'react'
import { idOf, lineOf } from '#core/activity/read.ts'
import { emailFacts } from '#core/activity/details/email.ts'
import { Attachments } from '#explorer/inspector/attachments.tsx'
import { EmailBody } from '#explorer/inspector/email-body.tsx'
import { FactList } from '#explorer/inspector/fact-list.tsx'
import { Openings } from '#explorer/inspector/openings.tsx'
import { Section } from '#explorer/inspector/section.tsx'
import { PlaceInThread } from '#explorer/inspector/place-in-thread.tsx'
import type { ViewProps } from './view.ts'

/** What was written comes first: that is what one opens it for. */
export function EmailView({ wire, id }: ViewProps) {
  const facts = useMemo(() => emailFacts(wire), [wire])
  const thread = idOf(wire, 'thread_id')
  const isUnsent = ['draft', 'scheduled', 'outbox', 'error'].includes(lineOf(wire, 'status') ?? '')
  return (
    <>
      {thread !== null && <PlaceInThread thread={thread} id={id} />}
      <Section title={isUnsent ? 'Message, not sent' : 'Message'}>
        <EmailBody wire={wire} />
      </Section>
      <Attachments wire={wire} />
      <Section title="Headers">
        <FactList facts={facts} />
      </Section>
      <Openings wire={wire} />
    </>
  )
}
