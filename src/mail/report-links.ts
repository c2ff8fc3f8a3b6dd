import { type FrameReport, pageKeyOf } from '#core/mail/protocol.ts'

type Report = (what: FrameReport) => void

/** Nothing in the frame is followed: the page is told which link was looked at and which was chosen, and asks the reader. */
export function reportLinks(report: Report): void {
  const on = (type: string, act: (event: Event) => void): void =>
    document.addEventListener(type, act, { capture: true })
  const look = (event: Event): void => {
    const link = linkOf(event)
    if (link !== null && link.href !== '') report({ kind: 'look', ...said(link) })
  }
  const leave = (event: Event): void => {
    if (linkOf(event) !== null) report({ kind: 'leave' })
  }
  on('mouseover', look)
  on('focusin', look)
  on('mouseout', leave)
  on('focusout', leave)
  on('click', (event) => choose(event, report))
  on('auxclick', (event) => choose(event, report))
  on('submit', (event) => event.preventDefault())
  on('dragstart', (event) => event.preventDefault())
  on('keydown', (event) => {
    const key = event instanceof KeyboardEvent && !isWithModifier(event) ? pageKeyOf(event.key) : null
    if (key !== null) report({ kind: 'key', key })
  })
}

function isWithModifier({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey || shiftKey
}

function choose(event: Event, report: Report): void {
  const link = linkOf(event)
  // The right button opens the browser's own menu.
  if (link === null || (event instanceof MouseEvent && event.button === 2)) return
  event.preventDefault()
  const within = link.getAttribute('href') ?? ''
  if (within.startsWith('#')) document.getElementById(within.slice(1))?.scrollIntoView()
  else if (within !== '') report({ kind: 'choose', ...said(link) })
}

function linkOf(event: Event): HTMLAnchorElement | null {
  return event.target instanceof Element ? event.target.closest('a') : null
}

function said(link: HTMLAnchorElement): { href: string; text: string } {
  return { href: link.href.slice(0, 8000), text: link.textContent.slice(0, 300) }
}
