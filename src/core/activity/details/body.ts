/** Long texts of an activity: a body, a note, a message. */
import type { WireActivity } from '#core/close/wire.ts'
import { recordsOf, wholeText } from './fact.ts'

/** One text in the forms in which Close has it. */
export interface Body {
  readonly text: string | null
  readonly html: string | null
}

/** A part of an email's text: what was written, or what it quotes. */
export interface BodyPart {
  readonly text: string
  readonly isQuoted: boolean
}

/** The text of two fields; null when neither says anything. */
export function bodyOf(wire: WireActivity, textField: string, htmlField: string): Body | null {
  const body = { text: wholeText(wire[textField]), html: markup(wire[htmlField]) }
  return body.text === null && body.html === null ? null : body
}

/** The parts of an email that has no markup, in order. Without Close's own division the whole text is one part. */
export function emailParts(wire: WireActivity): readonly BodyPart[] {
  const parts = recordsOf(wire, 'body_text_quoted').flatMap((part) => partOf(part['text'], part['expand'] === false))
  return parts.length > 0 ? parts : partOf(wire['body_text'] ?? wire['body_preview'], false)
}

function partOf(value: unknown, isQuoted: boolean): BodyPart[] {
  const text = wholeText(value)
  return text === null ? [] : [{ text, isQuoted }]
}

const wrapping = /<\/?(?:html|head|body|p|br|div|span)\b[^<>]*>|&nbsp;/gi

/** Markup that shows something: Close wraps an empty note in tags too. It is not cut: half a tag is no markup. */
function markup(value: unknown): string | null {
  if (typeof value !== 'string') return null
  return value.slice(0, 2000).replace(wrapping, '').trim() === '' ? null : value
}
