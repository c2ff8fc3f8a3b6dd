import { join } from 'node:path'
import { createSandbox, optionsFromEnv, type SandboxOptions } from '#sandbox/app.ts'
import { loadAssets } from './assets.ts'
import { loopbackHosts } from './hosts.ts'
import { createNodeServer, listen, stop } from './listen.ts'
import { readSettings, type ServerSettings } from './options.ts'
import type { LogLine } from './relay.ts'
import { createServer } from './server.ts'

const reading = readSettings(process.env)
const sandboxOptions = readSandboxOptions()
if (reading.status === 'refused') quit(reading.reason)
else if (sandboxOptions) await start(reading.settings, sandboxOptions)

async function start({ port, host, closeApiOrigin }: ServerSettings, sandbox: SandboxOptions): Promise<void> {
  let hosts: readonly string[] = []
  const handler = createServer({
    closeApiOrigin,
    sandbox: createSandbox(sandbox),
    assets: loadAssets(join(import.meta.dirname, '../client')),
    hosts: () => hosts,
    log: printLine,
  })
  const server = createNodeServer(handler)
  try {
    const taken = await listen(server, port, host)
    hosts = loopbackHosts(taken)
    console.log(`Close Activity Explorer is at http://${host.includes(':') ? `[${host}]` : host}:${taken}/`)
  } catch (error) {
    return quit(wordsOf(error, port))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Once: a second Ctrl+C ends the process at once.
    process.once(signal, () => void stop(server).then(() => process.exit(0)))
  }
}

/** Undefined, after saying why, when a SANDBOX_ variable cannot be read. */
function readSandboxOptions(): SandboxOptions | undefined {
  try {
    return optionsFromEnv(process.env)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    quit(error.message)
    return undefined
  }
}

function printLine({ method, route, status, ms }: LogLine): void {
  console.log(`relay ${method} ${route} ${status} ${ms} ms`)
}

function wordsOf(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Choose another, such as PORT=${port + 1} npm start`
  if (code === 'EACCES')
    return `Port ${port} may not be opened by this user. Choose one above 1023, such as PORT=5180 npm start`
  return `The server could not start: ${error instanceof Error ? error.message : String(error)}`
}

function quit(reason: string): void {
  console.error(reason)
  process.exitCode = 1
}
