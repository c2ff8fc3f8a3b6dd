import type { FrameReport, FrameSize } from '#core/mail/protocol.ts'

/** Milliseconds between two reports. */
const PAUSE = 200

/** Tells the page how tall the message is whenever that changes, not oftener than it can use. */
export function reportSize(root: HTMLElement, report: (what: FrameReport) => void): void {
  let last = sizeOf(root)
  let waiting = false
  const look = (): void => {
    waiting = false
    const now = sizeOf(root)
    if (now.height === last.height && now.width === last.width) return
    last = now
    report({ kind: 'size', ...now })
  }
  const observer = new ResizeObserver(() => {
    if (waiting) return
    waiting = true
    setTimeout(look, PAUSE)
  })
  observer.observe(root)
  for (const child of root.children) observer.observe(child)
}

/** The message's own height; where it hangs over its box, what it takes to see all of it. */
export function sizeOf(root: HTMLElement): FrameSize {
  const own = Math.ceil(root.getBoundingClientRect().height)
  const height = root.scrollHeight > innerHeight ? root.scrollHeight : own
  return { height, width: innerWidth }
}
