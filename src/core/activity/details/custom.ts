/** A custom activity's own fields, by the types that its organization gave them. */
import type { WireActivity } from '#core/close/wire.ts'
import { source } from './call.ts'
import {
  type Fact,
  type FactValue,
  fact,
  facts,
  flag,
  instant,
  link,
  list,
  type Maybe,
  textValue,
  wholeText,
  word,
} from './fact.ts'

/** A field of a custom activity type. */
export interface CustomField {
  /** `cf_…`. */
  readonly id: string
  readonly name: string
  /** Close's word: text, number, date, datetime, choices, user, contact, … */
  readonly type: string
}

const prefix = 'custom.'

export function customFacts(wire: WireActivity): readonly Fact[] {
  return facts(
    fact('Status', word(wire, 'status')),
    fact('Last published', instant(wire, 'last_published_at')),
    fact('Pinned', flag(wire, 'pinned', 'Yes')),
    fact('Source', source(wire)),
  )
}

/** The values, in the order of the type's fields; values of fields it does not know come last. Empty ones are left out. */
export function customValues(wire: WireActivity, known: readonly CustomField[]): readonly Fact[] {
  const listed = new Set(known.map(({ id }) => id))
  const others = Object.keys(wire)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .filter((id) => !listed.has(id))
    .map((id) => ({ id, name: id, type: '' }))
  return facts(
    ...[...known, ...others].map((field) =>
      fact(field.name || field.id, valueOf(wire[`${prefix}${field.id}`], field.type)),
    ),
  )
}

function valueOf(value: unknown, type: string): Maybe<FactValue> {
  return Array.isArray(value) ? list(value.map((item) => single(item, type))) : single(value, type)
}

function single(value: unknown, type: string): Maybe<FactValue> {
  if (typeof value === 'number') return { kind: 'number', number: value }
  if (typeof value !== 'string')
    return value === null || value === undefined ? null : textValue(wholeText(value) ?? JSON.stringify(value))
  if (value === '') return null
  if (type === 'user' || /^user_\w+$/.test(value)) return { kind: 'reference', to: 'user', id: value, name: null }
  if (type === 'contact' || /^cont_\w+$/.test(value)) return { kind: 'reference', to: 'contact', id: value, name: null }
  if (type === 'datetime') return { kind: 'instant', at: value }
  if (type === 'date' && /^\d{4}-\d\d-\d\d$/.test(value)) return { kind: 'day', day: value }
  return type === 'url' ? link(value) : textValue(wholeText(value))
}
