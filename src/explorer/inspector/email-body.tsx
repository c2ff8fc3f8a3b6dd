import { emailParts } from '#core/activity/details/body.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { keyed } from '#lib/keyed.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { BodyText } from './body-text.tsx'

/** An email's text: what was written, and what it quotes, folded. */
export function EmailBody({ wire }: { wire: WireActivity }) {
  const parts = emailParts(wire)
  if (parts.length === 0) return <p className="text-ink-muted">This message has no text.</p>
  return (
    <div className="flex flex-col gap-1">
      {keyed(parts).map(({ key, item: part }) =>
        part.isQuoted ? (
          <Disclosure key={key} label="Quoted text">
            <div className="border-s-2 border-line ps-3 text-ink-muted">
              <BodyText body={part} />
            </div>
          </Disclosure>
        ) : (
          <BodyText key={key} body={part} />
        ),
      )}
    </div>
  )
}
