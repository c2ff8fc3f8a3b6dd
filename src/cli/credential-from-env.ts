/** The key or token, from the environment and from nowhere else. */
import { cleanCredential, type Credential } from '#client/credential.ts'

export type EnvCredential =
  | { readonly status: 'found'; readonly credential: Credential }
  /** `reason` is a sentence that quotes nothing. */
  | { readonly status: 'missing'; readonly reason: string }

export function credentialFromEnv(env: Readonly<Record<string, string | undefined>>): EnvCredential {
  const { CLOSE_API_KEY: key = '', CLOSE_ACCESS_TOKEN: token = '' } = env
  if (key !== '' && token !== '') return missing('CLOSE_API_KEY and CLOSE_ACCESS_TOKEN are both set. Unset one.')
  if (key === '' && token === '')
    return missing('There is no key. Set CLOSE_API_KEY, or CLOSE_ACCESS_TOKEN for an OAuth token.')
  const cleaned = key === '' ? cleanCredential(token, 'oauth-token') : cleanCredential(key, 'api-key')
  return cleaned.status === 'clean'
    ? { status: 'found', credential: cleaned.credential }
    : missing(`${key === '' ? 'CLOSE_ACCESS_TOKEN' : 'CLOSE_API_KEY'}: ${cleaned.reason}`)
}

function missing(reason: string): EnvCredential {
  return { status: 'missing', reason }
}
