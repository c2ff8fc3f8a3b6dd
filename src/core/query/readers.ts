/** How one value of a parameter is read. A reading never throws and never guesses: what is not understood says why. */
import { activityTypes, resources, type Resource } from '#core/close/activity-types.ts'
import { maxLimit, ranges } from './activity-query.ts'

export type Reading =
  /** `text` is the canonical form. */
  | { readonly status: 'understood'; readonly text: string; readonly note?: string }
  | { readonly status: 'not-understood'; readonly reason: string }

export type Reader = (written: string) => Reading

export function understood(text: string): Reading {
  return { status: 'understood', text }
}

export function notUnderstood(reason: string): Reading {
  return { status: 'not-understood', reason }
}

/** Ids are a prefix and base62; 22 or 43 characters in practice. */
export function idReader(prefix: string, noun: string): Reader {
  const pattern = new RegExp(`^${prefix}_[A-Za-z0-9]{1,50}$`)
  return (text) =>
    pattern.test(text) ? understood(text) : notUnderstood(`This is not the id of ${noun}; those begin with ${prefix}_.`)
}

export function wordReader(words: ReadonlyMap<string, string>, reason: string): Reader {
  return (text) => {
    const word = words.get(text.toLowerCase())
    return word === undefined ? notUnderstood(reason) : understood(word)
  }
}

const typeWords = new Map<string, string>(
  activityTypes.flatMap((t) => [
    [t.word.toLowerCase(), t.word],
    [t.type.toLowerCase(), t.word],
  ]),
)

const readCustomType = idReader('actitype', 'a custom activity type')

/** A type's word or the id of a custom activity type. */
export const readType: Reader = (text) => {
  const word = typeWords.get(text.toLowerCase())
  if (word !== undefined) return understood(word)
  return text.startsWith('actitype_') ? readCustomType(text) : notUnderstood('There is no such activity type.')
}

export const readResource: Reader = (text) => {
  const path = text.toLowerCase().replace(/^\/+|\/+$/g, '')
  return path !== '' && isResource(path) ? understood(path) : notUnderstood('There is no such list of activities.')
}

export function isResource(text: string): text is Resource {
  return (resources as readonly string[]).includes(text)
}

export const readLimit: Reader = (text) => {
  const limit = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (limit >= 1 && limit <= maxLimit) return understood(String(limit))
  return notUnderstood(`The page size is a number from 1 to ${maxLimit}.`)
}

/** Close's names are top-level keys; values of custom fields are `custom.cf_…`. */
export const readField: Reader = (text) =>
  /^[A-Za-z_][A-Za-z0-9_.]{0,63}$/.test(text) ? understood(text) : notUnderstood('This cannot be the name of a field.')

export const readRange: Reader = wordReader(new Map(ranges.map((r) => [r, r])), 'There is no such period.')

/** The longest text that loaded rows are searched for. */
export const longestText = 200

export const readLoadedText: Reader = (text) =>
  text.length <= longestText && !/\p{Cc}/u.test(text)
    ? understood(text)
    : notUnderstood(`The text to look for has at most ${longestText} characters, on one line.`)

/** Calls and SMS say inbound and outbound, emails incoming and outgoing: one thing to a reader. */
export const readDirection: Reader = wordReader(
  new Map([
    ['incoming', 'incoming'],
    ['inbound', 'incoming'],
    ['outgoing', 'outgoing'],
    ['outbound', 'outgoing'],
  ]),
  'A direction is incoming or outgoing.',
)

export const readStatus: Reader = (text) =>
  /^[A-Za-z0-9][A-Za-z0-9_ -]{0,39}$/.test(text)
    ? understood(text.toLowerCase())
    : notUnderstood('This cannot be a status.')

const zones = new Map<string, boolean>()

/** An IANA zone this machine knows. */
export const readZone: Reader = (text) => {
  // A `+` that nobody escaped arrives as a space; no zone has one.
  const zone = text.replace(' ', '+')
  return isZone(zone) ? understood(zone) : notUnderstood('This time zone is not known here.')
}

function isZone(zone: string): boolean {
  // Offsets such as +02:00 are left out: browsers disagree about them.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,49}$/.test(zone)) return false
  const known = zones.get(zone) ?? formats(zone)
  if (zones.size < 1000) zones.set(zone, known)
  return known
}

function formats(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    // Stricter than Intl: PST and IST, which mean several zones, are refused.
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}
