import type { Strictness } from './strictness.ts'

/** A selection by `_fields`: top-level keys, comma-separated. Unknown names are dropped without a word. */
export interface Fields {
  /** Whether a key was named. False when nothing was selected: what comes only when named stays away. */
  names(key: string): boolean
  /** Whether a key will be kept: so that what nobody asked for need not be made. */
  wants(key: string): boolean
  /** Whether nothing but these keys can be kept. */
  within(keys: ReadonlySet<string>): boolean
  /** The object with the named keys, in its own order; all of it without a selection. */
  pick(object: Readonly<Record<string, unknown>>): Record<string, unknown>
}

const everything: Fields = { names: () => false, wants: () => true, within: () => false, pick: (object) => object }

export function readFields(text: string | null, strictness: Pick<Strictness, 'fieldsAddId'>): Fields {
  const named = new Set(
    (text ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  )
  if (named.size === 0) return everything
  if (strictness.fieldsAddId) named.add('id')
  return {
    names: (key) => named.has(key),
    wants: (key) => named.has(key),
    within: (keys) => [...named].every((key) => keys.has(key)),
    pick: (object) => Object.fromEntries(Object.entries(object).filter(([key]) => named.has(key))),
  }
}

/** As on leads: `_all` is everything, and `custom` names all custom fields. */
export function readLeadFields(text: string | null, strictness: Pick<Strictness, 'fieldsAddId'>): Fields {
  const names = new Set((text ?? '').split(',').map((name) => name.trim()))
  if (names.has('_all')) return everything
  const fields = readFields(text, strictness)
  if (!names.has('custom')) return fields
  return {
    names: (key) => fields.names(key),
    wants: (key) => fields.wants(key) || key.startsWith('custom.'),
    within: () => false,
    pick: (object) =>
      Object.fromEntries(Object.entries(object).filter(([key]) => fields.names(key) || key.startsWith('custom.'))),
  }
}
