import { useMemo } from 'react'
import { type BodyPart, emailParts } from '#core/activity/details/body.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { mailOf } from '#core/mail/mail-of.ts'
import { keyed } from '#lib/keyed.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { PlainText } from './body-text.tsx'
import { MarkupFrame } from './markup-frame.tsx'

/** An email's text: what was written, and what it quotes, folded. */
export function EmailBody({ wire }: { wire: WireActivity }) {
  const mail = useMemo(() => mailOf(wire), [wire])
  if (mail.html !== null) return <MarkupFrame {...mail} html={mail.html} />
  const parts = emailParts(wire)
  if (parts.length === 0) return <p className="text-ink-muted">This message has no text.</p>
  return (
    <div className="flex flex-col gap-1">
      {keyed(parts).map(({ key, item }) => (
        <Part key={key} part={item} />
      ))}
    </div>
  )
}

function Part({ part: { text, isQuoted } }: { part: BodyPart }) {
  if (!isQuoted) return <PlainText text={text} />
  return (
    <Disclosure label="Quoted text">
      <div className="border-s-2 border-line ps-3 text-ink-muted">
        <PlainText text={text} />
      </div>
    </Disclosure>
  )
}
