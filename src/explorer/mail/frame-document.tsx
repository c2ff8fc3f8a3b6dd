import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import {
  FRAME_READY,
  type FrameReport,
  type FrameSize,
  type PageKey,
  readReport,
  type ShowMail,
} from '#core/mail/protocol.ts'
import { cx } from '#ui/cx.ts'

interface Props {
  mail: ShowMail
  title: string
  followsTheme: boolean
  onReport: (report: FrameReport) => void
  /** The document did not show the message within its time. */
  onLate: () => void
}

/** Milliseconds from the start until the message must be there. */
const PATIENCE = 8000

/** The frame element. It says one message to its document and then only listens. */
export function FrameDocument({ mail, title, followsTheme, onReport, onLate }: Props) {
  const element = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState<number | null>(null)
  const newest = useRef({ mail, onReport, onLate })
  useEffect(() => {
    newest.current = { mail, onReport, onLate }
  })

  useLayoutEffect(() => {
    const frame = element.current
    if (!frame) return
    let grown: Growth = { height: 0, width: 0, changes: 0 }
    const timer = setTimeout(() => newest.current.onLate(), PATIENCE)
    const close = connect(frame, newest.current.mail, (report) => {
      if (report.kind === 'key') return passOn(frame, report.key)
      if (report.kind === 'shown') clearTimeout(timer)
      if (report.kind === 'shown' || report.kind === 'size') {
        grown = grow(grown, report)
        setHeight(grown.height)
      }
      newest.current.onReport(report)
    })
    return () => {
      clearTimeout(timer)
      close()
    }
  }, [])

  return (
    // The border is the box's: the frame's own height is all the message's.
    <div className="min-w-0 overflow-hidden rounded-md border border-line [contain:content]">
      <iframe
        ref={element}
        title={title}
        src={mail.images ? '/mail-with-images' : '/mail'}
        sandbox="allow-scripts"
        referrerPolicy="no-referrer"
        data-mail={height === null ? 'loading' : 'shown'}
        style={{ height: height ?? 96 }}
        className={cx('block w-full', followsTheme ? 'bg-surface' : 'bg-white [color-scheme:light]')}
      />
    </div>
  )
}

/** Waits for the document to present itself, gives it the message, and passes on what it reports. Returns the way to stop. */
function connect(frame: HTMLIFrameElement, mail: ShowMail, listen: (report: FrameReport) => void): () => void {
  let port: MessagePort | undefined
  const meet = (event: MessageEvent) => {
    // Only once: whatever stands in the frame later is not asked for its name again.
    if (
      port !== undefined ||
      event.source !== frame.contentWindow ||
      event.origin !== 'null' ||
      event.data !== FRAME_READY
    )
      return
    port = event.ports[0]
    port?.addEventListener('message', ({ data }) => {
      const report = readReport(data)
      if (report !== null) listen(report)
    })
    port?.start()
    port?.postMessage(mail)
  }
  window.addEventListener('message', meet)
  return () => {
    window.removeEventListener('message', meet)
    port?.close()
  }
}

/** CSS pixels. Beyond it the message scrolls inside. */
const TALLEST = 6000
const MOST_CHANGES = 40

interface Growth extends FrameSize {
  readonly changes: number
}

/** A frame only grows while its width stays, and only so often: a message cannot make the page swing. */
function grow(before: Growth, { height, width }: FrameSize): Growth {
  const wanted = Math.min(TALLEST, Math.max(32, Math.ceil(height)))
  if (width !== before.width) return { height: wanted, width, changes: before.changes + 1 }
  if (wanted <= before.height || before.changes >= MOST_CHANGES) return before
  return { height: wanted, width, changes: before.changes + 1 }
}

/** Keys pressed in the frame stay there; these mean the panel around it. */
function passOn(frame: HTMLIFrameElement, key: PageKey): void {
  frame.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
}
