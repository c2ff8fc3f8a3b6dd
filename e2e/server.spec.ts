import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startAppServer } from './support/app-server.ts'
import { expect, test } from './support/test.ts'

const entry = fileURLToPath(new URL('../dist/server/node.js', import.meta.url))

/** Runs the built server until it ends by itself. */
async function run(env: Readonly<Record<string, string>>): Promise<{ code: unknown; words: string }> {
  const child = spawn(process.execPath, [entry], { env: { ...process.env, SANDBOX_SIZE: '1000', ...env } })
  let words = ''
  child.stdout.on('data', (part: Buffer) => (words += part.toString()))
  child.stderr.on('data', (part: Buffer) => (words += part.toString()))
  const [code] = (await once(child, 'close')) as unknown[]
  return { code, words }
}

test('the server prints one line with its address and ends quietly when asked to', async () => {
  const server = await startAppServer({ SANDBOX_SIZE: '1000' })
  expect(server.printed()).toMatch(/^Close Activity Explorer is at http:\/\/127\.0\.0\.1:\d+\/\n$/)
  await server.stop()
  expect(server.printed().trim().split('\n')).toHaveLength(1)
})

test('a taken port gives one clear line', async ({ app }) => {
  const { port } = new URL(app.origin)
  expect(await run({ PORT: port })).toEqual({
    code: 1,
    words: `Port ${port} is taken. Choose another, such as PORT=${Number(port) + 1} npm start\n`,
  })
})

for (const [what, env] of [
  ['an address of the network', { HOST: '0.0.0.0' }],
  ['a relay over plain http', { CLOSE_API_ORIGIN: 'http://api.close.com' }],
  ['a port that is none', { PORT: 'eighty' }],
  ['a sandbox without a size', { SANDBOX_SIZE: 'many' }],
] as const) {
  test(`${what} is refused in one line`, async () => {
    const { code, words } = await run({ PORT: '0', ...env })
    expect(code).toBe(1)
    expect(words.trim().split('\n')).toHaveLength(1)
    expect(words).toContain(Object.keys(env)[0])
  })
}
