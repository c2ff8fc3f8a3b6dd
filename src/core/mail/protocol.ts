/**
 * What the page and a mail frame say to each other. The frame's document is of an opaque origin and holds what a stranger wrote,
 * so the page reads its reports as it reads any text from outside.
 */

/** The frame says this once, with a port; everything else goes through that port. */
export const FRAME_READY = 'mail-frame-ready'

/** An attachment as far as a message may show it. */
export interface ShownAttachment {
  /** What `cid:` names, without angle brackets. */
  readonly contentId: string
  /** Such as `logo.png · 12 kB`. */
  readonly label: string
  /** The picture as a `data:` address, or null when it cannot be shown. */
  readonly picture: string | null
}

/** Page to frame, once: the message, unsanitized. */
export interface ShowMail {
  readonly html: string
  /** Whether `https:` images may load; the frame's policy decides the same once more. */
  readonly images: boolean
  readonly attachments: readonly ShownAttachment[]
}

/** CSS pixels. */
export interface FrameSize {
  readonly height: number
  readonly width: number
}

/** Frame to page. */
export type FrameReport =
  | ({
      readonly kind: 'shown'
      /** Something remote was left out. */
      readonly hasRemote: boolean
      /** The message brings no colours of its own, so it follows the page's. */
      readonly followsTheme: boolean
      readonly isEmpty: boolean
    } & FrameSize)
  | ({ readonly kind: 'size' } & FrameSize)
  /** A link is under the pointer, has the focus, or was chosen. `text` is what it says. */
  | { readonly kind: 'look' | 'choose'; readonly href: string; readonly text: string }
  | { readonly kind: 'leave' }
  /** A key that means the page around the frame. Never what is typed. */
  | { readonly kind: 'key'; readonly key: PageKey }

/** Keys pressed in the frame that are passed on: close, on to the next activity, back to the one before. */
export type PageKey = (typeof pageKeys)[number]

const pageKeys = ['Escape', 'j', 'k'] as const

/** Such a key, or null. */
export function pageKeyOf(key: unknown): PageKey | null {
  return pageKeys.find((each) => each === key) ?? null
}

/** A report, or null when it is none. */
export function readReport(data: unknown): FrameReport | null {
  if (!isRecord(data)) return null
  const { kind } = data
  if (kind === 'leave') return { kind }
  if (kind === 'key') {
    const key = pageKeyOf(data['key'])
    return key === null ? null : { kind, key }
  }
  if (kind === 'look' || kind === 'choose') {
    const { href, text } = data
    return typeof href === 'string' && typeof text === 'string'
      ? { kind, href: href.slice(0, 8000), text: text.slice(0, 300) }
      : null
  }
  const { height, width } = data
  if (!isLength(height) || !isLength(width)) return null
  if (kind === 'size') return { kind, height, width }
  if (kind !== 'shown') return null
  const { hasRemote, followsTheme, isEmpty } = data
  return {
    kind,
    height,
    width,
    hasRemote: hasRemote === true,
    followsTheme: followsTheme === true,
    isEmpty: isEmpty === true,
  }
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}
