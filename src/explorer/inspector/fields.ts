import type { WireActivity } from '#core/close/wire.ts'

export interface Field {
  readonly name: string
  /** A custom field's name in Close. */
  readonly label: string | undefined
  readonly text: string
}

interface Choice {
  /** Only fields whose name, label or value holds this. */
  readonly wanted: string
  readonly hidesEmpty: boolean
  readonly customField: (id: string) => string | undefined
}

/** An activity's fields as sent, in their order. */
export function fieldsOf(activity: WireActivity, { wanted, hidesEmpty, customField }: Choice): readonly Field[] {
  const words = wanted.trim().toLowerCase()
  return Object.entries(activity)
    .filter(([, value]) => !hidesEmpty || !isEmpty(value))
    .map(([name, value]) => ({ name, label: labelOf(name, customField), text: valueText(value) }))
    .filter(({ name, label, text }) => `${name}\n${label ?? ''}\n${text}`.toLowerCase().includes(words))
}

function labelOf(name: string, customField: Choice['customField']): string | undefined {
  return name.startsWith('custom.') ? customField(name.slice('custom.'.length)) : undefined
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** A value in full, to be copied. */
export function wholeValue(value: unknown): string {
  return typeof value === 'string' ? value : jsonText(value)
}

function valueText(value: unknown): string {
  return shortened(wholeValue(value), FIELD_LENGTH)
}

/** UTF-16 units: laying out a body of megabytes would make the page wait. */
const FIELD_LENGTH = 5000
const JSON_LENGTH = 100_000

/** What of an activity's JSON is put on the page. */
export function shownJson(value: unknown): string {
  return shortened(jsonText(value), JSON_LENGTH)
}

function shortened(text: string, length: number): string {
  return text.length <= length
    ? text
    : `${text.slice(0, length)}… (${text.length} characters; copy the JSON for all of it)`
}

/** Indented JSON, also of what is nested too deeply for it. */
export function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2) ?? ''
  } catch {
    return 'Nested too deeply to be shown.'
  }
}
