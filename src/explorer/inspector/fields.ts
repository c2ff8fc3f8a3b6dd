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

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : jsonText(value)
}

/** Indented JSON, also of what is nested too deeply for it. */
export function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2) ?? ''
  } catch {
    return 'Nested too deeply to be shown.'
  }
}
