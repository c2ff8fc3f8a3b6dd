/**
 * What an error's body says. Close has three shapes: `error` (a text, or an object with a `message`), `errors` (a list of
 * texts, often empty) and `field-errors` (text by field, nested for nested input). Gateways send HTML or nothing.
 */
import { plainText } from '#core/activity/plain-text.ts'
import { isRecord } from '#core/activity/read.ts'

export interface ErrorBody {
  /** All that was said about no field in particular, in one line; empty when nothing was. */
  readonly words: string
  readonly fields: Readonly<Record<string, string>>
}

const silent: ErrorBody = { words: '', fields: {} }

/** Reads an error's body; anything but JSON of the known shapes says nothing. */
export function readErrorBody(text: string): ErrorBody {
  const body = parse(text)
  if (!isRecord(body)) return silent
  const words = [textOf(body['error']), ...listOf(body['errors']).map(textOf), textOf(body['message'])]
  const fields = new Map<string, string>()
  collect(body['field-errors'] ?? body['field_errors'], '', fields, 0)
  return {
    words: words.filter((word) => word !== '').join(' '),
    fields: Object.fromEntries(fields),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 20) : value === undefined || value === null ? [] : [value]
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return plainText(value)
  return isRecord(value) && typeof value['message'] === 'string' ? plainText(value['message']) : ''
}

/** No answer of Close's nests deeper than input does. */
const deepest = 5

function collect(value: unknown, path: string, fields: Map<string, string>, depth: number) {
  if (depth > deepest || fields.size >= 50) return
  if (typeof value === 'string') {
    if (path !== '') fields.set(path, plainText(value))
  } else if (Array.isArray(value)) {
    const texts = value.filter((item) => typeof item === 'string')
    if (texts.length > 0) collect(texts.join(' '), path, fields, depth + 1)
    else value.forEach((item, index) => collect(item, `${path}.${index}`, fields, depth + 1))
  } else if (isRecord(value)) {
    for (const [name, inner] of Object.entries(value)) {
      collect(inner, path === '' ? name : `${path}.${name}`, fields, depth + 1)
    }
  }
}
