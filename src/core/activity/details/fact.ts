/** Facts of one activity, decided here and drawn elsewhere: each is a label with a typed value. */
import type { WireActivity } from '#core/close/wire.ts'
import type { Names } from '#core/activity/names.ts'
import { type Person, personOf } from './person.ts'
import { idOf, isRecord, itemsOf, numberOf } from '#core/activity/read.ts'
import { sentenceCase } from '#core/activity/wording.ts'

/** What an id stands for: something with a name, another activity, or a thing this program cannot name. */
export type Referent = keyof Names | 'activity' | 'other'

export type FactValue =
  /** As sent, line breaks and all. */
  | { readonly kind: 'text'; readonly text: string }
  /** A timestamp as sent. */
  | { readonly kind: 'instant'; readonly at: string }
  /** A day, `2026-03-04`, of no zone. */
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'seconds'; readonly seconds: number }
  | { readonly kind: 'number'; readonly number: number }
  /** In whole units of the currency, an ISO 4217 code. */
  | { readonly kind: 'money'; readonly amount: number; readonly currency: string }
  /** `name` is what the activity itself says; null where it has to be looked up. */
  | { readonly kind: 'reference'; readonly to: Referent; readonly id: string; readonly name: string | null }
  /** An http or https address; anything else stays text. */
  | { readonly kind: 'link'; readonly href: string; readonly text: string }
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'list'; readonly items: readonly FactValue[] }

export interface Fact {
  readonly label: string
  readonly value: FactValue
}

/** A fact, or nothing where there is no value to state. */
export type Maybe<T> = T | null

export function facts(...found: readonly Maybe<Fact>[]): readonly Fact[] {
  return found.filter((fact) => fact !== null)
}

export function fact(label: string, value: Maybe<FactValue>): Maybe<Fact> {
  return value === null ? null : { label, value }
}

/** Longer texts are cut: the raw JSON has them whole. */
const longest = 100_000

/** A text that says something, whole up to 100,000 characters; numbers and booleans as text. */
export function wholeText(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value !== 'string' || value.trim() === '') return null
  return value.length > longest ? `${value.slice(0, longest)}…` : value
}

export function text(wire: WireActivity, field: string): Maybe<FactValue> {
  return textValue(wholeText(wire[field]))
}

export function textValue(words: string | null): Maybe<FactValue> {
  return words === null ? null : { kind: 'text', text: words }
}

/** One of Close's words, as a person reads it. */
export function word(wire: WireActivity, field: string, inWords: (word: string) => string = sentenceCase) {
  const found = wire[field]
  return typeof found === 'string' && found !== '' ? textValue(inWords(found)) : null
}

/** Said only when it holds. */
export function flag(wire: WireActivity, field: string, words: string): Maybe<FactValue> {
  return wire[field] === true ? textValue(words) : null
}

export function instant(wire: WireActivity, field: string): Maybe<FactValue> {
  const at = wire[field]
  return typeof at === 'string' && at !== '' ? { kind: 'instant', at } : null
}

/** A length of time; 0 is nothing to state. */
export function seconds(wire: WireActivity, field: string): Maybe<FactValue> {
  const found = numberOf(wire, field)
  return found === null || found <= 0 ? null : { kind: 'seconds', seconds: found }
}

export function number(wire: WireActivity, field: string): Maybe<FactValue> {
  const found = numberOf(wire, field)
  return found === null ? null : { kind: 'number', number: found }
}

export function reference(to: Referent, wire: WireActivity, field: string, nameField?: string): Maybe<FactValue> {
  const id = idOf(wire, field)
  const name = nameField === undefined ? null : wholeText(wire[nameField])
  if (id === null) return textValue(name)
  return { kind: 'reference', to, id, name }
}

/** Close counts in US cents, as a text. */
export function cost(wire: WireActivity, field: string): Maybe<FactValue> {
  const sent = idOf(wire, field)
  const cents = sent === null ? NaN : Number(sent)
  if (Number.isNaN(cents)) return sent === null ? null : textValue(sent)
  return { kind: 'money', amount: cents / 100, currency: 'USD' }
}

/** A number as Close formats it, with the number as it is dialled when the two differ. */
export function phone(wire: WireActivity, field: string): Maybe<FactValue> {
  const dialled = idOf(wire, field)
  const formatted = wholeText(wire[`${field}_formatted`])
  return textValue(formatted ?? dialled)
}

export function link(address: unknown, words?: string): Maybe<FactValue> {
  const sent = wholeText(address)
  if (sent === null) return null
  const href = webAddress(sent)
  return href === null ? textValue(sent) : { kind: 'link', href, text: words ?? sent }
}

/** The address itself when a browser may follow it; null for scripts, data and what is no address. */
export function webAddress(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { protocol, href } = new URL(address)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}

/** The people in a field: one, several, or addresses as texts. */
export function people(wire: WireActivity, field: string): Maybe<FactValue> {
  return list(itemsOf(wire, field).map(personValue))
}

export function personValue(item: unknown): Maybe<FactValue> {
  const person = personOf(item)
  return person === null ? null : { kind: 'person', person }
}

/** A list of what is there; a single item stands by itself. */
export function list(items: readonly Maybe<FactValue>[]): Maybe<FactValue> {
  const [first, ...rest] = items.filter((item) => item !== null)
  if (first === undefined) return null
  return rest.length === 0 ? first : { kind: 'list', items: [first, ...rest] }
}

/** A record in a field; null for anything else. */
export function recordOf(wire: WireActivity, field: string): WireActivity | null {
  const value = wire[field]
  return isRecord(value) ? value : null
}

/** The records among a field's items. */
export function recordsOf(wire: WireActivity, field: string): readonly WireActivity[] {
  return itemsOf(wire, field).filter(isRecord)
}
