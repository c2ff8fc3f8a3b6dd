import { Suspense } from 'react'
import type { MailFrameProps } from '#explorer/mail/mail-frame.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'

const MailFrame = lazyPart(() =>
  import('#explorer/mail/mail-frame.tsx').then((module) => ({ default: module.MailFrame })),
)

/** Markup from outside, in a frame that can neither run, load nor leave. It is loaded with the first message that has any. */
export function MarkupFrame(props: MailFrameProps) {
  return (
    <Suspense fallback={<p className="text-ink-muted">Loading…</p>}>
      <MailFrame {...props} />
    </Suspense>
  )
}
