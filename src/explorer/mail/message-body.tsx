import { lazy, Suspense, useMemo } from 'react'
import { mailOf } from '#core/mail/mail-of.ts'
import type { WireActivity } from '#core/close/wire.ts'

const LazyMailFrame = lazy(() => import('./mail-frame.tsx').then((module) => ({ default: module.MailFrame })))

/** What an email, a note, a meeting or a message says: its markup in a frame, otherwise its words. Nothing when it says nothing. */
export function MessageBody({ wire, title }: { wire: WireActivity; title?: string }) {
  const mail = useMemo(() => mailOf(wire), [wire])
  if (mail.html !== null)
    return (
      <Suspense fallback={<p className="text-ink-muted">Loading…</p>}>
        <LazyMailFrame
          key={String(wire['id'])}
          html={mail.html}
          quoted={mail.quoted}
          attachments={mail.attachments}
          text={mail.text}
          {...(title !== undefined && { title })}
        />
      </Suspense>
    )
  if (mail.text === null) return null
  return (
    <p dir="auto" className="break-words whitespace-pre-wrap">
      {mail.text}
    </p>
  )
}
