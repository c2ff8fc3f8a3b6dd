import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../../src/cli/bin.mjs', import.meta.url))

export interface Ended {
  /** Null when it was killed. */
  readonly status: number | null
  readonly out: string
  readonly err: string
}

export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
}

/** Starts `close-activities` as somebody would type it, with a key of the sandbox in the environment. */
export function start(typed: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const { CLOSE_API_KEY: _key, CLOSE_ACCESS_TOKEN: _token, ...inherited } = process.env
  const child = spawn(process.execPath, [bin, ...typed], {
    env: { ...inherited, TZ: 'Europe/Berlin', CLOSE_API_KEY: 'api_sandbox', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => out.push(part))
  child.stderr.on('data', (part: Buffer) => err.push(part))
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (status) =>
      resolve({ status, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    )
  })
  return { child, ended }
}

export function run(typed: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return start(typed, env).ended
}
