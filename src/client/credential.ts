/** An API key or an OAuth token: mending what a paste does to it, and putting it into a header. */

export interface Credential {
  readonly kind: 'api-key' | 'oauth-token'
  /** Never shown, logged, stored, or put into an error. */
  readonly secret: string
}

export type CleanCredential =
  | { readonly status: 'clean'; readonly credential: Credential }
  /** `reason` is a sentence for the reader, without the text itself. */
  | { readonly status: 'unusable'; readonly reason: string }

// oxlint-disable-next-line no-control-regex -- control characters are among what a paste brings along
const invisible = /[\s\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\u2066-\u2069\ufeff\u0000-\u001f\u007f]+/gu
const quotes = /^["'`“”„‘’«»]+|["'`“”„‘’«»]+$/gu

/** Longer than any key or token, shorter than any header limit. */
const longest = 4096

/**
 * Reads a pasted credential. Line breaks, spaces, quotes, a `Bearer ` or `Basic ` prefix, a whole `Authorization:` header and
 * the colon that Basic authentication puts behind a key are taken off. `Bearer` and `Basic` decide the kind; without them
 * it is `kind`.
 */
export function cleanCredential(text: string, kind: Credential['kind'] = 'api-key'): CleanCredential {
  if (text.length > longest) return unusable('This is too long for an API key or a token. Paste the key alone.')
  const bare = unquoted(unquoted(text.trim()).replace(/^authorization\s*:\s*/i, ''))
  const scheme = /^(bearer|basic)(?:\s+|$)/i.exec(bare)
  const value = unquoted(scheme ? bare.slice(scheme[0].length) : bare).replace(invisible, '')
  const isBearer = scheme?.[1]?.toLowerCase() === 'bearer'
  const isBasic = scheme?.[1]?.toLowerCase() === 'basic'
  const secret = (isBasic ? decodeBasic(value) : value).replace(/:$/, '')
  if (secret === '') return unusable('There is no key or token in this text.')
  const odd = /[^\x21-\x7e]/u.exec(secret)?.[0]
  if (odd !== undefined) return unusable(lookAlike(odd))
  return { status: 'clean', credential: { kind: isBearer ? 'oauth-token' : isBasic ? 'api-key' : kind, secret } }
}

function unusable(reason: string): CleanCredential {
  return { status: 'unusable', reason }
}

function unquoted(text: string): string {
  return text.replace(invisibleAtEnds, '').replace(quotes, '').replace(invisibleAtEnds, '')
}

const invisibleAtEnds = /^[\s\u200b-\u200f\u2060\ufeff]+|[\s\u200b-\u200f\u2060\ufeff]+$/gu

/** What a `Basic` header holds before its colon; the text itself when it is not Base64, because some paste the key there. */
function decodeBasic(value: string): string {
  try {
    const decoded = atob(value)
    return /^[\x21-\x7e]+$/.test(decoded) ? (decoded.split(':')[0] ?? '') : value
  } catch {
    return value
  }
}

function lookAlike(character: string): string {
  const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
  return `This holds a character that no key has (U+${code}); some letters of other alphabets look like Latin ones. Copy the key again from Close.`
}

/** The `Authorization` header's value. Always a legal one: what no header can hold is left out, and Close then refuses it. */
export function authorizationOf({ kind, secret }: Credential): string {
  if (kind === 'oauth-token') return `Bearer ${secret.replace(/[^\x21-\x7e]/gu, '')}`
  return `Basic ${base64(`${secret}:`)}`
}

/** Of the text's UTF-8 bytes: `btoa` alone throws on anything beyond Latin-1. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}

/** Every form of the secret that could end up in a text. */
export function formsOf({ secret }: Credential): readonly string[] {
  const wellFormed = secret.replace(/\p{Surrogate}/gu, '\ufffd')
  const forms = [secret, base64(secret), base64(`${secret}:`), encodeURIComponent(wellFormed)]
  return forms.filter((form) => form.length > 3)
}
