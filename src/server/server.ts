import { Hono, type MiddlewareHandler } from 'hono'
import type { Assets } from './assets.ts'
import type { Handler } from './handler.ts'
import { isMailFrame, mailFrame } from './mail-frame.ts'
import { refuse } from './refusal.ts'
import { createRelay, type LogLine, type RelayLimits, relayLimits } from './relay.ts'
import { securityHeaders } from './security-headers.ts'
import { createStaticFiles } from './static-files.ts'

export interface ServerOptions {
  /** Where the relay asks, such as `https://api.close.com`. */
  readonly closeApiOrigin: string
  /** Answers everything below `/sandbox/`. */
  readonly sandbox: Handler
  /** The built page; null where another server has it, as in development. */
  readonly assets: Assets | null
  /** Exact `Host` values that are answered. Asked per request: the port is known only once the server listens. */
  readonly hosts: () => readonly string[]
  readonly fetch?: typeof fetch
  readonly log?: (line: LogLine) => void
  readonly limits?: RelayLimits
}

/** One handler for the page, the relay and the sandbox. */
export function createServer(options: ServerOptions): Handler {
  const { closeApiOrigin, sandbox, assets, hosts } = options
  const relay = createRelay({
    origin: closeApiOrigin,
    fetch: options.fetch ?? globalThis.fetch,
    log: options.log ?? (() => {}),
    limits: options.limits ?? relayLimits,
  })
  const staticFiles = createStaticFiles(assets ?? new Map())

  const app = new Hono()
  app.use(secured)
  app.use(ownHostOnly(hosts))
  app.all('/api/*', ({ req }) => relay(req.raw))
  app.use('/sandbox/*', notFromElsewhere)
  app.all('/sandbox/*', ({ req }) => sandbox.fetch(req.raw))
  app.get('*', ({ req }, next) => (isMailFrame(req.path) ? Promise.resolve(mailFrame(req.path)) : next()))
  app.all('*', ({ req }) => staticFiles(req.raw))
  app.onError(() => refuse(500, 'The server failed to answer this.'))
  return { fetch: (request) => app.fetch(request) }
}

const secured: MiddlewareHandler = async (context, next) => {
  await next()
  // A mail frame brings a policy of its own, which is narrower.
  const own = isMailFrame(context.req.path) ? context.res.headers : new Headers()
  for (const [name, value] of Object.entries(securityHeaders)) if (!own.has(name)) context.res.headers.set(name, value)
}

/** A site whose name was pointed at this machine would share our origin; its `Host` gives it away. */
function ownHostOnly(hosts: () => readonly string[]): MiddlewareHandler {
  return async ({ req }, next) => {
    if (!hosts().includes(req.header('host') ?? ''))
      return refuse(421, 'This server answers on this machine’s own names only.')
    return next()
  }
}

/** Browsers say where a request comes from; command-line clients say nothing and are welcome. */
const notFromElsewhere: MiddlewareHandler = async ({ req }, next) => {
  const site = req.header('sec-fetch-site') ?? 'none'
  if (site !== 'none' && site !== 'same-origin') return refuse(403, 'Another site may not ask the sandbox.')
  return next()
}
