import { createConnection } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { toAsset } from './assets.ts'
import { createNodeServer, listen, stop } from './listen.ts'
import { createServer } from './server.ts'
import { isPlainTarget } from './targets.ts'
import { statusOfRaw } from './test-upstream.ts'

const origin = 'https://close.test'
const dialled = new Set<string>()
const reached = new Set<string>()
let port = 0

const recordingFetch: typeof fetch = (input) => {
  const url = new URL(input instanceof Request ? input.url : input)
  dialled.add(url.origin)
  reached.add(url.pathname)
  return Promise.resolve(Response.json({}))
}

const handler = createServer({
  closeApiOrigin: origin,
  sandbox: { fetch: () => Response.json({}) },
  assets: new Map([['/index.html', toAsset(Buffer.from('<!doctype html>the page'), 'text/html')]]),
  hosts: () => [`localhost:${port}`],
  fetch: recordingFetch,
})
const server = createNodeServer(handler)
beforeAll(async () => {
  port = await listen(server, 0, '127.0.0.1')
})
afterAll(() => stop(server, 0))

const own = () => [
  `host: localhost:${port}`,
  'sec-fetch-site: same-origin',
  'x-close-explorer: 1',
  'authorization: Basic eA==',
]
const statusOf = (target: string, method = 'GET') =>
  statusOfRaw(port, `${method} ${target} HTTP/1.1`, ...own(), 'connection: close')

it('a plain read reaches its place', async () => {
  expect(await statusOf('/api/v1/me/?x=1')).toBe(200)
  expect(await statusOf('/')).toBe(200)
})

it.each([
  '//evil.test/x',
  '/\\evil.test',
  '\\\\evil.test',
  '@evil.test',
  '/api/v1/../../secret',
  '/api/v1/%2e%2e/me/',
  '/api/v1/%2E./me/',
  '/api/v1/%252e%252e/me/',
  '/api/v1%2fme/',
  '/api/v1/%5cme/',
  '/api/v1/me;x=1/',
  '/api/v1/me/%00',
  '/api/v1/me/%3b',
  'http://evil.test/api/v1/me/',
  'https://localhost/api/v1/me/',
  '/.git/config',
  '/assets/../index.html',
  '/assets/%2e%2e/index.html',
  '/a//b',
  '*',
])('the target %s is 400', async (target) => {
  expect(await statusOf(target)).toBe(400)
})

it('a missing file is 404 and never the page', async () => {
  for (const path of ['/assets/gone.js', '/index.htm', '/lead/1', '/index.html/'])
    expect(await statusOf(path)).toBe(404)
})

it('CONNECT gets nowhere', async () => {
  expect(await statusOf('evil.test:443', 'CONNECT')).toBe(0)
})

it.each([
  ['two lengths of a body', ['content-length: 3', 'transfer-encoding: chunked']],
  ['a folded header', ['x-a: b', ' c']],
  ['a space before the colon', ['x-a : b']],
])('%s is 400', async (_what, lines) => {
  expect(await statusOfRaw(port, 'GET /api/v1/me/ HTTP/1.1', ...own(), ...lines)).toBe(400)
})

it('a link too long for the page is 414, with words for whoever opened it', async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/?x=${'y'.repeat(2_150_000)}`)
  expect(answer.status).toBe(414)
  expect(await answer.text()).toContain('too long')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
})

it('a link too long for HTTP is 431, with the same words', async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/?x=${'y'.repeat(2_300_000)}`)
  expect(answer.status).toBe(431)
  expect(await answer.text()).toContain('too long')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
})

it('a megabyte of link opens the page, which says what it makes of it; nothing else is asked at such length', async () => {
  expect(await statusOf(`/?mood=${'z'.repeat(1_000_000)}`)).toBe(200)
  expect(await statusOf(`/api/v1/me/?x=${'z'.repeat(20_000)}`)).toBe(414)
})

it('a megabyte of headers is 431', async () => {
  expect(await statusOfRaw(port, 'GET / HTTP/1.1', ...own(), `x-a: ${'b'.repeat(1_000_000)}`)).toBe(431)
})

it('three thousand idle connections do not keep the page away', async () => {
  const idle = Array.from({ length: 3000 }, () => createConnection(port, '127.0.0.1').on('error', () => {}))
  await new Promise((resolve) => idle.at(-1)?.once('connect', resolve))
  expect(await statusOf('/')).toBe(200)
  for (const socket of idle) socket.destroy()
})

const piece = fc.constantFrom(
  '/',
  '//',
  '\\',
  '.',
  '..',
  '%2e',
  '%2f',
  '%5c',
  '%00',
  '%25',
  '%252e',
  ';',
  '@',
  ':',
  '?',
  '#',
  '&',
  '=',
  '[',
  ']',
  'api',
  'v1',
  'me',
  'lead',
  'activity',
  'call',
  'data',
  'search',
  'evil.test',
  'http:',
  'https:',
  'close.test',
  ':443',
  'lead_1',
  '\u0000',
  '\t',
  'é',
  '/api/v1/',
  '/api/v1/lead/',
  '/api/v1/me/',
)
const target = fc.array(piece, { minLength: 1, maxLength: 9 }).map((pieces) => pieces.join(''))

it('whatever the target, only Close is dialled, and only where the page reads', async () => {
  await fc.assert(
    fc.asyncProperty(target, async (text) => {
      // What Node's server lets through, and what other listeners make of the rest by resolving it as a URL.
      if (isPlainTarget(text)) await handler.fetch(asRequest(text))
      const base = `http://localhost:${port}`
      const resolved = URL.canParse(text, base) ? new URL(text, base) : undefined
      if (resolved?.pathname.startsWith('/')) await handler.fetch(asRequest(resolved.pathname + resolved.search))
    }),
    { numRuns: 10_000 },
  )
  expect([...dialled]).toEqual([origin])
  for (const path of reached) expect(path).toMatch(/^\/api\/v1\/(?:me|user|lead|contact|activity)\/(?:\w+\/)*$/)
})

function asRequest(path: string): Request {
  const headers = {
    host: `localhost:${port}`,
    'sec-fetch-site': 'same-origin',
    'x-close-explorer': '1',
    authorization: 'Basic eA==',
  }
  return new Request(`http://localhost:${port}${path}`, { headers })
}

it('over the wire, nothing else is dialled either', async () => {
  const noise = target.filter((text) => !/\s|#/.test(text) && !text.includes('\u0000'))
  for (const text of fc.sample(noise, { numRuns: 400, seed: 7 })) expect(await statusOf(text)).toBeLessThan(500)
  expect([...dialled]).toEqual([origin])
})
