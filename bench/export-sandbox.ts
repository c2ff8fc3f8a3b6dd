/** The sandbox on a free port, until it is ended. */
import { serve } from '@hono/node-server'
import { createSandbox } from '#sandbox/app.ts'

export interface SandboxProcess {
  readonly size: number
  /** Requests a second; null: without limit. */
  readonly rate: number | null
  /** Milliseconds. */
  readonly latency: number
}

/** Says its port once it listens. */
export async function serveSandbox({ size, rate, latency }: SandboxProcess): Promise<void> {
  const limit = rate === null ? null : { limit: rate, windowSeconds: 1 }
  const sandbox = createSandbox({ size, latency, rate: limit, liveEvery: 0 })
  serve({ fetch: (request) => sandbox.fetch(request), hostname: '127.0.0.1', port: 0 }, ({ port }) => {
    process.stdout.write(`${port}\n`)
  })
}
