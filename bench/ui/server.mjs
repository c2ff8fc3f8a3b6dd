/** The built server with a sandbox, as a process of its own. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('../../dist/server/node.js', import.meta.url))

/** `size` activities whose clock stands still; `latency` in ms. */
export async function startServer({ size, latency = 0 }) {
  const child = spawn(process.execPath, [entry], {
    env: {
      ...process.env,
      PORT: '0',
      SANDBOX_SIZE: String(size),
      SANDBOX_LATENCY: String(latency),
      SANDBOX_RATE: 'off',
      SANDBOX_NOW: '2026-11-16T10:30:00Z',
      SANDBOX_LIVE_EVERY: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const origin = await new Promise((resolve, reject) => {
    child.stdout.on('data', (part) => {
      const found = /http:\/\/\S+:\d+/.exec(String(part))
      if (found) resolve(found[0])
    })
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)))
  })
  return { origin, stop: () => child.kill() }
}
