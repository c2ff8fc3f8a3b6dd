/** An activity's fields as a table to search in. */
import type { WireActivity } from '#core/close/wire.ts'

export interface Field {
  readonly name: string
  /** A custom field's own name. */
  readonly label?: string | undefined
  readonly value: unknown
}

interface Choice {
  /** Kept are fields with this text in their name, label or value, whatever the case. */
  readonly wanted: string
  readonly hidesNull: boolean
  readonly nameOf: (customField: string) => string | undefined
}

export function fieldsOf(activity: WireActivity, { wanted, hidesNull, nameOf }: Choice): readonly Field[] {
  const needle = wanted.trim().toLocaleLowerCase()
  return Object.entries(activity)
    .map(([name, value]) => ({ name, value, label: name.startsWith('custom.') ? nameOf(name.slice(7)) : undefined }))
    .filter(({ value }) => !hidesNull || !isEmpty(value))
    .filter((field) => needle === '' || textOf(field).includes(needle))
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function textOf({ name, label, value }: Field): string {
  return `${name} ${label ?? ''} ${valueText(value)}`.toLocaleLowerCase()
}

/** Texts as they are, the rest as JSON. */
export function valueText(value: unknown): string {
  return typeof value === 'string' ? value : jsonText(value)
}

/** JSON with two spaces; words in place of what is nested too deeply for it. */
export function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2) ?? ''
  } catch {
    return 'Nested too deeply to be shown.'
  }
}
