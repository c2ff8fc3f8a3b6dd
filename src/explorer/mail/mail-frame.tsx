import { useState } from 'react'
import type { MailAttachment } from '#core/mail/mail-of.ts'
import { Button } from '#ui/button.tsx'
import { MailBody } from './mail-body.tsx'

export interface MailFrameProps {
  /** What the message says, as a stranger wrote it. */
  html: string
  /** Earlier messages below it, as markup; folded behind a button. */
  quoted?: readonly string[]
  /** What `cid:` pictures may name. */
  attachments?: readonly MailAttachment[]
  /** The words without markup, for when the markup is too much; without it they are taken from the markup. */
  text?: string | null
  /** The frame's accessible name. */
  title?: string
}

const none: readonly never[] = []

/** Markup from outside, in a document of its own that can neither run, load, send nor leave. Give it a `key` per message. */
export function MailFrame({ html, quoted = none, attachments = none, text = null, title = 'Message' }: MailFrameProps) {
  const [unfolded, setUnfolded] = useState(false)
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <MailBody html={html} attachments={attachments} text={text} title={title} />
      {quoted.length > 0 && (
        <Button
          size="small"
          look="quiet"
          icon="more"
          className="self-start"
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded ? 'Hide quoted text' : 'Show quoted text'}
        </Button>
      )}
      {unfolded && (
        <MailBody html={quoted.join('\n')} attachments={attachments} text={null} title={`${title}, quoted text`} />
      )}
    </div>
  )
}
