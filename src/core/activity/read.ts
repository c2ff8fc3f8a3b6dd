/** Reads one field of an activity as sent. A field of another shape than expected counts as absent. */
import type { WireActivity } from '#core/close/wire.ts'
import { plainText, textOfHtml } from './plain-text.ts'

/** A text, or a number as text; null for everything else, and for the empty text. */
export function idOf(wire: WireActivity, field: string): string | null {
  const value = wire[field]
  if (typeof value === 'string') return value === '' ? null : value
  return typeof value === 'number' ? String(value) : null
}

/** A text, clipped to one line. */
export function lineOf(wire: WireActivity, field: string): string | null {
  const value = wire[field]
  if (typeof value !== 'string') return null
  const text = plainText(value)
  return text === '' ? null : text
}

/** The first of several text fields that says something; those named `…_html` are read without their tags. */
export function firstLineOf(wire: WireActivity, fields: readonly string[]): string | null {
  for (const field of fields) {
    const value = wire[field]
    if (typeof value !== 'string') continue
    const text = plainText(field.endsWith('_html') ? textOfHtml(value) : value)
    if (text !== '') return text
  }
  return null
}

export function numberOf(wire: WireActivity, field: string): number | null {
  const value = wire[field]
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A list's items; a single thing where a list belongs counts as a list of one, nothing as none. */
export function itemsOf(wire: WireActivity, field: string): readonly unknown[] {
  const value = wire[field]
  if (value === null || value === undefined) return []
  return Array.isArray(value) ? value : [value]
}
