import { mix, Random } from '#sandbox/random.ts'

/**
 * Ids look like Close's newer ones: prefix, underscore, 22 characters of base62. The first six spell the (scrambled)
 * index of the thing, so an id is looked up by decoding it; the rest follow from the index and tell a true id from
 * an invented one.
 */
export type IdPrefix =
  | 'acti'
  | 'lead'
  | 'cont'
  | 'user'
  | 'orga'
  | 'oppo'
  | 'stat'
  | 'pipe'
  | 'task'
  | 'memb'
  | 'role'
  | 'emailacct'
  | 'phon'
  | 'cf'
  | 'actitype'
  | 'outcome'
  | 'seq'
  | 'sub'
  | 'form'
  | 'formconf'
  | 'formfld'
  | 'bulk'
  | 'media'
  | 'tmpl'
  | 'dialer'
  | 'save'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const INDEX_CHARACTERS = 6
const ID_CHARACTERS = 22
const SMALL = 64

export interface Ids {
  encode(prefix: IdPrefix, index: number): string
  /** The index an id was made from, or null: another prefix, another seed, an invented id. */
  decode(prefix: IdPrefix, id: string): number | null
}

export function createIds(seed: number): Ids {
  const keys = new Map<IdPrefix, number>()
  const keyOf = (prefix: IdPrefix): number => {
    const known = keys.get(prefix)
    if (known !== undefined) return known
    let key = seed
    for (let i = 0; i < prefix.length; i++) key = mix(key, prefix.charCodeAt(i))
    keys.set(prefix, key)
    return key
  }
  // People and settings have few ids, and every activity names several of them.
  const small = new Map<string, string[]>()
  const encode = (prefix: IdPrefix, index: number): string => {
    const key = keyOf(prefix)
    if (index >= SMALL) return `${prefix}_${spell(scramble(index, key))}${trailer(index, key)}`
    const known = small.get(prefix) ?? []
    small.set(prefix, known)
    return (known[index] ??= `${prefix}_${spell(scramble(index, key))}${trailer(index, key)}`)
  }
  const decode = (prefix: IdPrefix, id: string): number | null => {
    if (id.length !== prefix.length + 1 + ID_CHARACTERS || !id.startsWith(`${prefix}_`)) return null
    const scrambled = read(id, prefix.length + 1)
    if (scrambled === null) return null
    const index = unscramble(scrambled, keyOf(prefix))
    return encode(prefix, index) === id ? index : null
  }
  return { encode, decode }
}

// A four-round Feistel network: a permutation of the 32-bit integers, so that neighbours do not look alike.
function scramble(index: number, key: number): number {
  let left = index >>> 16
  let right = index & 0xffff
  for (let round = 0; round < 4; round++) [left, right] = [right, left ^ (mix(right + round, key) & 0xffff)]
  return ((left << 16) | right) >>> 0
}

function unscramble(scrambled: number, key: number): number {
  let left = scrambled >>> 16
  let right = scrambled & 0xffff
  for (let round = 3; round >= 0; round--) [left, right] = [right ^ (mix(left + round, key) & 0xffff), left]
  return ((left << 16) | right) >>> 0
}

function spell(value: number): string {
  let text = ''
  for (let i = 0; i < INDEX_CHARACTERS; i++) {
    text += alphabet[value % 62]
    value = Math.floor(value / 62)
  }
  return text
}

function read(id: string, from: number): number | null {
  let value = 0
  for (let i = INDEX_CHARACTERS - 1; i >= 0; i--) {
    const digit = alphabet.indexOf(id[from + i] ?? '?')
    if (digit < 0) return null
    value = value * 62 + digit
  }
  return value <= 0xffffffff ? value : null
}

function trailer(index: number, key: number): string {
  const random = new Random(mix(index, key ^ 0x5bd1e995))
  let text = ''
  for (let i = INDEX_CHARACTERS; i < ID_CHARACTERS; i++) text += alphabet[random.next() % 62]
  return text
}
