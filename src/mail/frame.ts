/** The mail frame's only script: takes one message from the page, sanitizes it, shows it, and reports. */
import { FRAME_READY, type FrameReport, type ShowMail } from '#core/mail/protocol.ts'
import { followsTheme, isEmpty, prepare } from './prepare.ts'
import { sanitize } from './sanitize.ts'
import { reportLinks } from './report-links.ts'
import { reportSize, sizeOf } from './report-size.ts'
import { paper } from './paper.ts'

const { port1: page, port2 } = new MessageChannel()
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has one other end
const report = (what: FrameReport): void => page.postMessage(what)

page.addEventListener('message', (event: MessageEvent<ShowMail>) => show(event.data), { once: true })
page.start()
// An opaque origin still knows the address it was served from, and the page has the same.
parent.postMessage(FRAME_READY, location.origin, [port2])

function show(mail: ShowMail): void {
  const root = sanitize(mail.html)
  const hasRemote = prepare(root, mail)
  const isPlain = followsTheme(root)
  root.classList.toggle('follows-theme', isPlain)
  document.adoptedStyleSheets = [paper()]
  // A long message is scrolled by keys, and those need a place to go.
  root.querySelector('body')?.setAttribute('tabindex', '0')
  document.documentElement.replaceWith(document.adoptNode(root))
  reportLinks(report)
  report({ kind: 'shown', hasRemote, followsTheme: isPlain, isEmpty: isEmpty(root), ...sizeOf(root) })
  reportSize(root, report)
}
