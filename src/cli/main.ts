/** The process around the command line: standard streams, Ctrl-C, the exit status. */
import type { Io } from './io.ts'
import { runCommand } from './run.ts'

if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')

const controller = new AbortController()
// Once: a second Ctrl-C ends the process at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort())
// Nobody reads any more, as behind `head`: that is no error of theirs.
process.stdout.on('error', () => controller.abort())
process.stderr.on('error', () => undefined)

const io: Io = {
  env: process.env,
  out: (data) =>
    new Promise((resolve, reject) => {
      process.stdout.write(data, (error) => (error ? reject(error) : resolve()))
    }),
  err: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
  signal: controller.signal,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
}

try {
  process.exitCode = await runCommand(process.argv.slice(2), io)
} catch (error) {
  const isUnread = error instanceof Error && 'code' in error && error.code === 'EPIPE'
  if (!isUnread) io.err(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
