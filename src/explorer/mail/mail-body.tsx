import { useMemo, useState } from 'react'
import { judgeMarkup, type Verdict } from '#core/mail/limits.ts'
import { type MailLink, readLink } from '#core/mail/links.ts'
import type { MailAttachment } from '#core/mail/mail-of.ts'
import type { FrameReport } from '#core/mail/protocol.ts'
import { textOfMarkup } from '#core/mail/text.ts'
import { Button } from '#ui/button.tsx'
import { FrameDocument } from './frame-document.tsx'
import { LinkLine, LinkQuestion } from './link-line.tsx'
import { MailText } from './mail-text.tsx'
import { useExplorer } from '#explorer/explorer-context.ts'
import { shownAttachments } from './shown-attachments.ts'

interface Props {
  html: string
  attachments: readonly MailAttachment[]
  text: string | null
  title: string
}

type Trouble = Exclude<Verdict, 'fits'> | 'no-answer'

const reasons: Readonly<Record<Trouble, string>> = {
  'too-long': 'This message is too long to be drawn. Its text:',
  'too-many-tags': 'This message has too much markup to be drawn. Its text:',
  'too-deep': 'This message is nested too deeply to be drawn. Its text:',
  'no-answer': 'This message could not be drawn in time. Its text:',
}

/** One piece of markup: in its frame, or as text when that would be too much. */
export function MailBody({ html, attachments, text, title }: Props) {
  const verdict = useMemo(() => judgeMarkup(html), [html])
  const [late, setLate] = useState(false)
  const trouble = verdict === 'fits' ? (late ? 'no-answer' : null) : verdict
  if (trouble !== null) return <MailText note={reasons[trouble]} text={() => text ?? textOfMarkup(html)} />
  return <Drawn html={html} attachments={attachments} title={title} onLate={() => setLate(true)} />
}

type DrawnProps = Omit<Props, 'text'> & { onLate: () => void }

function Drawn({ html, attachments, title, onLate }: DrawnProps) {
  const { locale } = useExplorer()
  const [images, setImages] = useState(false)
  const [shown, setShown] = useState<Extract<FrameReport, { kind: 'shown' }> | null>(null)
  const [looked, setLooked] = useState<MailLink | null>(null)
  const [chosen, setChosen] = useState<MailLink | null>(null)
  const shownParts = useMemo(() => shownAttachments(attachments, locale), [attachments, locale])

  function listen(report: FrameReport) {
    if (report.kind === 'shown') setShown(report)
    if (report.kind === 'look') setLooked(readLink(report.href, report.text))
    if (report.kind === 'leave') setLooked(null)
    if (report.kind === 'choose') setChosen(readLink(report.href, report.text))
  }

  return (
    <div className="flex min-w-0 flex-col gap-2">
      {shown?.hasRemote && !images && (
        <div className="flex flex-wrap items-center justify-between gap-2 rounded-md border border-line bg-sunken px-3 py-1.5">
          <span>Images from the internet are not loaded. Loading them tells the sender that you read this.</span>
          <Button size="small" onClick={() => setImages(true)}>
            Load images
          </Button>
        </div>
      )}
      {shown?.isEmpty && <p className="text-ink-muted">This message has no text.</p>}
      <FrameDocument
        // A document shows one message once.
        key={String(images)}
        mail={{ html, images, attachments: shownParts }}
        title={title}
        followsTheme={shown?.followsTheme ?? false}
        onReport={listen}
        onLate={onLate}
      />
      <div className="sticky bottom-0 z-10 flex flex-col gap-2 empty:hidden">
        {chosen ? (
          <LinkQuestion key={chosen.href} link={chosen} onClose={() => setChosen(null)} />
        ) : (
          looked && <LinkLine link={looked} />
        )}
      </div>
    </div>
  )
}
