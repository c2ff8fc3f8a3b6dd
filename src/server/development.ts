import { createSandbox, optionsFromEnv } from '#sandbox/app.ts'
import type { Handler } from './handler.ts'
import { loopbackHosts } from './hosts.ts'
import { readSettings } from './options.ts'
import { createServer } from './server.ts'

/** The relay and the sandbox for Vite's server on `port`; Vite itself serves the page. */
export function createDevelopmentServer(env: Readonly<Record<string, string | undefined>>, port: number): Handler {
  const reading = readSettings(env)
  if (reading.status === 'refused') throw new Error(reading.reason)
  return createServer({
    closeApiOrigin: reading.settings.closeApiOrigin,
    sandbox: createSandbox(optionsFromEnv(env)),
    assets: null,
    hosts: () => loopbackHosts(port),
  })
}
