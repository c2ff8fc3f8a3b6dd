import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('../../dist/server/node.js', import.meta.url))

/** The built server, running on a free port of its own. */
export interface AppServer {
  /** Such as `http://localhost:40123`. */
  readonly origin: string
  /** Everything it printed. */
  readonly printed: () => string
  readonly stop: () => Promise<void>
}

/** Starts the built server with these environment variables; rejects with what it printed when it does not come up. */
export async function startAppServer(env: Readonly<Record<string, string>>): Promise<AppServer> {
  const child = spawn(process.execPath, [entry], {
    env: { ...process.env, ...env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout.on('data', (part: Buffer) => (printed += part.toString()))
  child.stderr.on('data', (part: Buffer) => (printed += part.toString()))
  const port = await announcedPort(child, () => printed)
  return { origin: `http://localhost:${port}`, printed: () => printed, stop: () => stopped(child) }
}

function announcedPort(child: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const port = /http:\/\/[^\s]+:(\d+)\//.exec(printed())?.[1]
      if (port) resolve(port)
    }
    child.stdout?.on('data', look)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${printed()}`)))
  })
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
