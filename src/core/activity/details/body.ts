/** Long texts of an activity: a body, a note, a message. */
import type { WireActivity } from '#core/close/wire.ts'
import { recordsOf, wholeText } from './fact.ts'

/** One text in the forms in which Close has it. */
export interface Body {
  readonly text: string | null
  readonly html: string | null
}

/** A part of an email: what was written, or what it quotes. */
export interface BodyPart extends Body {
  readonly isQuoted: boolean
}

/** The text of two fields; null when neither says anything. */
export function bodyOf(wire: WireActivity, textField: string, htmlField: string): Body | null {
  const body = { text: wholeText(wire[textField]), html: markup(wire[htmlField]) }
  return body.text === null && body.html === null ? null : body
}

/** An email's parts, in order. Without Close's own division the whole body is one part. */
export function emailParts(wire: WireActivity): readonly BodyPart[] {
  const texts = recordsOf(wire, 'body_text_quoted')
  const htmls = recordsOf(wire, 'body_html_quoted')
  const isDivided = texts.length === htmls.length || texts.length === 0 || htmls.length === 0
  const count = Math.max(texts.length, htmls.length)
  if (count > 0 && isDivided) {
    return Array.from({ length: count }, (_, i) => partOf(texts[i], htmls[i])).filter(({ text, html }) => text !== null || html !== null)
  }
  const whole = bodyOf(wire, 'body_text', 'body_html')
  return whole === null ? [] : [{ ...whole, isQuoted: false }]
}

function partOf(text: WireActivity | undefined, html: WireActivity | undefined): BodyPart {
  const isQuoted = (text ?? html)?.['expand'] === false
  return { text: wholeText(text?.['text']), html: markup(html?.['html']), isQuoted }
}

/** Markup is not cut: half a tag is no markup. */
function markup(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}
