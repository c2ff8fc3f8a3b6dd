import { useMemo } from 'react'
import { bodyOf } from '#core/activity/details/body.ts'
import { messageFacts } from '#core/activity/details/small.ts'
import { Attachments } from '#explorer/inspector/attachments.tsx'
import { BodyText, PlainText } from '#explorer/inspector/body-text.tsx'
import { FactList } from '#explorer/inspector/fact-list.tsx'
import { Section } from '#explorer/inspector/section.tsx'
import { cx } from '#ui/cx.ts'
import type { ViewProps } from './view.ts'

/** An SMS or a WhatsApp message, on the side of whoever wrote it. */
export function MessageView({ wire }: ViewProps) {
  const facts = useMemo(() => messageFacts(wire), [wire])
  const text = bodyOf(wire, 'text', 'message_html')
  const isOurs = wire['direction'] === 'outbound' || wire['direction'] === 'outgoing'
  return (
    <>
      <Section title="Message">
        {text ? (
          <div
            className={cx('w-fit max-w-[90%] rounded-lg px-3 py-2', isOurs ? 'self-end bg-accent-soft' : 'bg-sunken')}
          >
            {text.text === null ? <BodyText body={text} /> : <PlainText text={text.text} />}
          </div>
        ) : (
          <p className="text-ink-muted">This message has no text.</p>
        )}
      </Section>
      <Attachments wire={wire} />
      <Section title="Delivery">
        <FactList facts={facts} />
      </Section>
    </>
  )
}
