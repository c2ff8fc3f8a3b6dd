/** Who asks. */
export type Credential = { readonly kind: 'key' | 'token'; readonly secret: string }

/**
 * Reads `Authorization`: Basic with any key that begins with `api_`, or any Bearer token. A secret containing `expired`, and
 * the key `api_wrong`, are refused: null, as is everything else.
 */
export function readCredential(header: string | null): Credential | null {
  const credential = parse(header ?? '')
  if (credential === null || credential.secret.includes('expired') || credential.secret === 'api_wrong') return null
  return credential
}

function parse(header: string): Credential | null {
  const [, scheme = '', value = ''] = /^(\w+) +(\S+)\s*$/.exec(header) ?? []
  if (scheme.toLowerCase() === 'bearer') return { kind: 'token', secret: value }
  if (scheme.toLowerCase() !== 'basic') return null
  const key = decodeBase64(value).split(':')[0] ?? ''
  return /^api_\S+$/.test(key) ? { kind: 'key', secret: key } : null
}

function decodeBase64(text: string): string {
  try {
    return atob(text)
  } catch {
    return ''
  }
}
