import type { ShowMail, ShownAttachment } from '#core/mail/protocol.ts'
import { readLink } from '#core/mail/links.ts'

/**
 * Readies a sanitized message for the document: pictures that may not load leave a frame of their size, links say where they go.
 * It only takes away, or puts text and constants in; nothing is parsed. True when something remote was left out.
 */
export function prepare(root: HTMLElement, mail: ShowMail): boolean {
  const pictures = [...root.querySelectorAll('img')].map((image) => preparePicture(image, mail))
  const backgrounds = [...root.querySelectorAll<HTMLElement>('[background]')].map((element) =>
    prepareBackground(element, mail),
  )
  for (const link of root.querySelectorAll('a')) prepareLink(link)
  prepareDirection(root)
  return [...pictures, ...backgrounds].includes('left-out') || (!mail.images && hasRemoteStyle(root))
}

type Outcome = 'kept' | 'left-out' | 'no-picture'

/** A transparent dot: a picture that is not loaded keeps its place and its alternative text. */
const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

function preparePicture(image: HTMLImageElement, { images, attachments }: ShowMail): Outcome {
  const source = (image.getAttribute('src') ?? '').trim()
  if (/^data:image\//i.test(source)) return 'kept'
  if (/^cid:/i.test(source)) return prepareAttachment(image, attachmentOf(source.slice(4), attachments))
  if (images && isSecure(source)) return 'kept'
  const isRemote = /^(?:https?:)?\/\//i.test(source)
  image.src = dot
  if (isRemote) image.title = image.title || `Image not loaded: ${hostOf(source)}`
  // A tracking pixel would only be a speck.
  if (image.width > 2 || image.height > 2) image.classList.add('mail-not-shown')
  return isRemote && isSecure(source) ? 'left-out' : 'no-picture'
}

function attachmentOf(contentId: string, attachments: readonly ShownAttachment[]): ShownAttachment | undefined {
  const wanted = decoded(contentId).toLowerCase()
  return attachments.find((attachment) => attachment.contentId.toLowerCase() === wanted)
}

function prepareAttachment(image: HTMLImageElement, attachment: ShownAttachment | undefined): Outcome {
  if (attachment !== undefined && attachment.picture !== null) {
    image.src = attachment.picture
    return 'kept'
  }
  const place = image.ownerDocument.createElement('span')
  place.className = 'mail-attachment'
  place.textContent =
    attachment?.label ?? (image.alt === '' ? 'Image that was not sent along' : `${image.alt} · not sent along`)
  image.replaceWith(place)
  return 'no-picture'
}

function prepareBackground(element: HTMLElement, { images }: ShowMail): Outcome {
  const source = (element.getAttribute('background') ?? '').trim()
  if (images && isSecure(source)) return 'kept'
  element.removeAttribute('background')
  return isSecure(source) ? 'left-out' : 'no-picture'
}

/** Absolute only: anything else would be an address of our own server. */
function isSecure(source: string): boolean {
  return /^https:\/\//i.test(source)
}

function hasRemoteStyle(root: HTMLElement): boolean {
  const styles = [...root.querySelectorAll('style')].map((style) => style.textContent)
  const inline = [...root.querySelectorAll('[style]')].map((element) => element.getAttribute('style') ?? '')
  return [...styles, ...inline].some((style) => /https:/i.test(style))
}

/** The address stays, so that the browser shows it as it shows any; the script asks the page before anybody follows it. */
function prepareLink(link: HTMLAnchorElement): void {
  const href = link.getAttribute('href') ?? ''
  if (/^#./.test(href)) return
  const read = readLink(href, link.textContent)
  if (read === null) return link.removeAttribute('href')
  link.setAttribute('href', read.href)
  link.title = read.goesTo
  link.target = '_blank'
  link.rel = 'noopener noreferrer'
}

function prepareDirection(root: HTMLElement): void {
  const body = root.querySelector('body')
  if (body !== null && !root.hasAttribute('dir') && !body.hasAttribute('dir')) body.dir = 'auto'
}

const colours =
  'style, font[color], [bgcolor], [bordercolor], body[text], body[link], [background], [style*="color" i], [style*="background" i]'

/** Nothing in it speaks of colours, so dark paper does it no harm. */
export function followsTheme(root: HTMLElement): boolean {
  return root.querySelector(colours) === null && !root.matches('[bgcolor], [style]')
}

export function isEmpty(root: HTMLElement): boolean {
  return (
    root.querySelector('img, .mail-attachment, hr') === null &&
    (root.querySelector('body')?.textContent.trim() ?? '') === ''
  )
}

function hostOf(source: string): string {
  const address = source.startsWith('//') ? `https:${source}` : source
  return URL.canParse(address) ? new URL(address).host : ''
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
