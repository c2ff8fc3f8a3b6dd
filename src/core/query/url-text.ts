/** A search string as pairs of texts, and back. Total: whatever does not decode is read as the text it is. */

export interface Pair {
  readonly name: string
  readonly value: string
  /** How many characters of the search string stand before the pair and after it. */
  readonly before: number
  readonly after: number
}

/** Splits at `&`, at the first `=`, and decodes; `+` is a space. Pairs without name and value are left out. */
export function splitSearch(search: string): readonly Pair[] {
  const text = search.startsWith('?') ? search.slice(1) : search
  const pairs: Pair[] = []
  let before = 0
  for (const part of text.split('&')) {
    const equals = part.indexOf('=')
    const name = decode(equals < 0 ? part : part.slice(0, equals))
    const value = equals < 0 ? '' : decode(part.slice(equals + 1))
    if (name !== '' || value !== '') pairs.push({ name, value, before, after: text.length - before - part.length })
    before += part.length + 1
  }
  return pairs
}

/** Writes pairs so that chat programs and mail keep the whole link: only what must be escaped is, and the end is safe. */
export function joinSearch(pairs: readonly (readonly [name: string, value: string])[]): string {
  const parts = pairs.map(([name, value]) => (value === '' ? encode(name) : `${encode(name)}=${encode(value)}`))
  return safeEnd(parts.join('&'))
}

/** Percent-encodes, but leaves commas, colons, slashes and `@` as they are. */
export function encode(text: string): string {
  return encodeURIComponent(wellFormed(text))
    .replace(/%(?:2C|3A|2F|40)/g, decodeURIComponent)
    .replace(/[!'()*~]/g, percent)
}

function decode(text: string): string {
  const spaced = wellFormed(text).replaceAll('+', ' ')
  return spaced.includes('%') ? spaced.replace(/(?:%[0-9a-f]{2})+/gi, decodeRun) : spaced
}

/** Decodes a run of escapes; bytes that are no UTF-8 stay as they are written. */
function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run)
  } catch {
    const bytes = run.match(/%../g) ?? []
    return decodePiecewise(bytes)
  }
}

function decodePiecewise(bytes: readonly string[]): string {
  let text = ''
  for (let at = 0; at < bytes.length;) {
    const length = [1, 2, 3, 4].find(
      (size) => at + size <= bytes.length && decodes(bytes.slice(at, at + size).join('')),
    )
    const piece = bytes.slice(at, at + (length ?? 1)).join('')
    text += length === undefined ? piece : decodeURIComponent(piece)
    at += length ?? 1
  }
  return text
}

function decodes(run: string): boolean {
  try {
    decodeURIComponent(run)
    return true
  } catch {
    return false
  }
}

/** Half a surrogate pair cannot be written in a URL. */
function wellFormed(text: string): string {
  return /\p{Surrogate}/u.test(text) ? text.replace(/\p{Surrogate}/gu, '\uFFFD') : text
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}

/** Chat programs leave punctuation at the end of a link out of it. */
function safeEnd(search: string): string {
  return search.replace(/[^A-Za-z0-9=]$/, percent)
}
