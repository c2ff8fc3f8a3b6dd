/** Where the API is. */
import { isSecretText } from '#core/query/secrets.ts'

/**
 * `https://api.close.com` → `https://api.close.com/api/v1`. A key is sent there, so it must be https, or this machine itself.
 * Null when it is neither, or no address.
 */
export function apiBase(text: string): string | null {
  if (!URL.canParse(text)) return null
  const { protocol, hostname, origin, pathname, search, hash, username, password } = new URL(text)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  if (protocol !== 'https:' && !(protocol === 'http:' && isHere)) return null
  if (search + hash + username + password !== '' || isSecretText(text)) return null
  const path = pathname.replace(/\/+$/, '')
  return `${origin}${path.endsWith('/api/v1') ? path : `${path}/api/v1`}`
}
