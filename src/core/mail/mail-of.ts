import type { WireActivity } from '#core/close/wire.ts'

export interface MailAttachment {
  readonly filename: string | null
  /** Bytes. */
  readonly size: number | null
  /** What `cid:` addresses name. */
  readonly contentId: string | null
  readonly url: string | null
}

/** What an activity's message says, as a stranger wrote it. */
export interface Mail {
  /** Null: there is no markup, or none that says anything. */
  readonly html: string | null
  /** Earlier messages below it, each as markup. */
  readonly quoted: readonly string[]
  /** The words, when Close sent them apart. */
  readonly text: string | null
  readonly attachments: readonly MailAttachment[]
}

/** Where each type keeps its markup and its words. */
const bodies: readonly (readonly [html: string, text: string | null])[] = [
  ['body_html', 'body_text'],
  ['note_html', 'note'],
  ['user_note_html', 'user_note'],
  ['message_html', 'text'],
]

/** Reads an email, a note, a meeting or a message. Total: what is not there or not understood is left out. */
export function mailOf(wire: WireActivity): Mail {
  const parts = partsOf(wire['body_html_quoted'])
  const [htmlField, textField] =
    bodies.find(([field]) => textOf(wire[field]) !== null) ??
    bodies.find(([, field]) => field !== null && textOf(wire[field]) !== null) ??
    []
  const shown = parts.filter((part) => part.expand)
  const isFolded = shown.length > 0 && shown.length < parts.length
  return {
    html: isFolded ? shown.map((part) => part.html).join('\n') : textOf(wire[htmlField ?? 'body_html']),
    quoted: isFolded ? parts.filter((part) => !part.expand).map((part) => part.html) : [],
    text: textField ? textOf(wire[textField]) : null,
    attachments: attachmentsOf(wire['attachments']),
  }
}

interface Part {
  readonly html: string
  readonly expand: boolean
}

function partsOf(value: unknown): readonly Part[] {
  return recordsOf(value).flatMap((part) => {
    const html = textOf(part['html'])
    return html === null ? [] : [{ html, expand: part['expand'] !== false }]
  })
}

function attachmentsOf(value: unknown): readonly MailAttachment[] {
  return recordsOf(value).map((attachment) => ({
    filename: textOf(attachment['filename']),
    size: typeof attachment['size'] === 'number' ? attachment['size'] : null,
    contentId: textOf(attachment['content_id']),
    url: textOf(attachment['url']),
  }))
}

function recordsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value)
    ? value.filter((item): item is Record<string, unknown> => typeof item === 'object' && item !== null)
    : []
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}
