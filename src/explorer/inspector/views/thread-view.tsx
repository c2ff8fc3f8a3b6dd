import { useMemo, useState } from 'react'
import { messagesOf, missingMessages, threadFacts } from '#core/activity/details/thread.ts'
import { FactList } from '#explorer/inspector/fact-list.tsx'
import { Message } from '#explorer/inspector/message.tsx'
import { useOpenMessages } from '#explorer/inspector/use-open-messages.ts'
import { Section } from '#explorer/inspector/section.tsx'
import { Button } from '#ui/button.tsx'
import type { ViewProps } from './view.ts'

/** Messages shown before older ones are asked for. */
const first = 20

/** The whole conversation: its newest message open, the others a line each; then what it is as a whole. */
export function ThreadView({ wire }: ViewProps) {
  const facts = useMemo(() => threadFacts(wire), [wire])
  const messages = useMemo(() => messagesOf(wire), [wire])
  const [shown, setShown] = useState(first)
  const missing = missingMessages(wire)
  const waiting = Math.max(0, messages.length - shown)
  const { list, isOpen, set } = useOpenMessages(messages.length - waiting)
  return (
    <>
      <Section title="Messages">
        <ol ref={list} className="flex flex-col divide-y divide-line rounded-md border border-line">
          {messages.slice(0, shown).map((message, i) => (
            <Message
              key={message.id ?? i}
              message={message}
              isOpen={isOpen(i)}
              onOpenChange={(wanted) => set(i, wanted)}
            />
          ))}
        </ol>
        {waiting > 0 && (
          <Button className="self-start" onClick={() => setShown(shown + first)}>
            {`Load older (${waiting})`}
          </Button>
        )}
        {waiting === 0 && missing > 0 && (
          <p className="text-ink-muted">{`Close counts ${missing} more that it did not send.`}</p>
        )}
      </Section>
      <Section title="Conversation">
        <FactList facts={facts} />
      </Section>
    </>
  )
}
