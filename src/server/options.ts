import { isLoopbackName } from './hosts.ts'

/** What the environment says about the server. */
export interface ServerSettings {
  readonly port: number
  /** An address of this machine's own. */
  readonly host: string
  readonly closeApiOrigin: string
}

export type Settings =
  | { readonly status: 'read'; readonly settings: ServerSettings }
  | { readonly status: 'refused'; readonly reason: string }

/** Reads `PORT`, `HOST` and `CLOSE_API_ORIGIN`; the first that cannot be is refused with a sentence. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const port = portOf(env['PORT'] ?? '5180')
  const host = env['HOST'] ?? '127.0.0.1'
  const closeApiOrigin = originOf(env['CLOSE_API_ORIGIN'] ?? 'https://api.close.com')
  if (port === null) return refused(`PORT is ${env['PORT']}, but a port is a number from 0 to 65535.`)
  if (!isLoopbackName(host))
    return refused(
      `HOST is ${host}, but the server listens on this machine only: leave it out, or use 127.0.0.1, ::1 or localhost.`,
    )
  if (closeApiOrigin === null)
    return refused('CLOSE_API_ORIGIN must be an origin such as https://api.close.com; http is for this machine only.')
  return { status: 'read', settings: { port, host, closeApiOrigin } }
}

const refused = (reason: string): Settings => ({ status: 'refused', reason })

function portOf(text: string): number | null {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : null
}

function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null
  const { protocol, hostname, origin, href } = new URL(text)
  const safe = protocol === 'https:' || (protocol === 'http:' && isLoopbackName(hostname))
  // A path, a query or a user would be lost silently: only what is an origin and nothing else.
  return safe && href === `${origin}/` ? origin : null
}
