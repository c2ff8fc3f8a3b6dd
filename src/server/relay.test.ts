import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Handler } from './handler.ts'
import { type LogLine, type RelayLimits, relayLimits } from './relay.ts'
import { createServer } from './server.ts'
import { answerJson, startUpstream, type Upstream } from './test-upstream.ts'

const key = 'Basic YXBpX3NlY3JldDo='
let upstream: Upstream
let lines: LogLine[]

beforeAll(async () => {
  upstream = await startUpstream()
})
afterAll(() => upstream[Symbol.asyncDispose]())
beforeEach(() => {
  lines = []
  upstream.asked.length = 0
  upstream.answer = answerJson(200, { data: [], has_more: false })
})

function serverOf(limits: Partial<RelayLimits> = {}, closeApiOrigin = upstream.origin): Handler {
  return createServer({
    closeApiOrigin,
    sandbox: { fetch: () => new Response('sandbox') },
    assets: null,
    hosts: () => ['localhost:5180'],
    log: (line) => lines.push(line),
    limits: { ...relayLimits, ...limits },
  })
}

const own = { host: 'localhost:5180', 'sec-fetch-site': 'same-origin', 'x-close-explorer': '1', authorization: key }

function asked(path: string, init: RequestInit = {}, headers: Record<string, string> = {}): Request {
  return new Request(`http://localhost:5180${path}`, { ...init, headers: { ...own, ...headers } })
}

const ask = async (path: string, init?: RequestInit, headers?: Record<string, string>) =>
  serverOf().fetch(asked(path, init, headers))

describe('what the relay passes on', () => {
  it('a read, with its query and its credential', async () => {
    const response = await ask('/api/v1/activity/call/?lead_id=lead_1&_limit=100')
    expect(await response.json()).toEqual({ data: [], has_more: false })
    expect(upstream.asked[0]).toMatchObject({
      method: 'GET',
      target: '/api/v1/activity/call/?lead_id=lead_1&_limit=100',
    })
    expect(upstream.asked[0]?.headers.authorization).toBe(key)
  })

  it('the search for leads, which is a read by POST', async () => {
    const body = JSON.stringify({ query: { type: 'match_all' } })
    await ask('/api/v1/data/search/', { method: 'POST', body }, { 'content-type': 'application/json' })
    expect(upstream.asked[0]).toMatchObject({ method: 'POST', target: '/api/v1/data/search/', body })
  })

  it('nothing the browser adds: no cookie, no origin, no forwarding header, none of its own', async () => {
    const extras = {
      cookie: 'a=1',
      origin: 'http://localhost:5180',
      'x-forwarded-for': '10.0.0.1',
      forwarded: 'for=1',
      referer: 'x',
    }
    await ask('/api/v1/me/', {}, { ...extras, 'x-tz-offset': '2', accept: 'application/json' })
    const headers = upstream.asked[0]?.headers ?? {}
    for (const name of [...Object.keys(extras), 'x-close-explorer']) expect(headers[name]).toBeUndefined()
    expect(headers).toMatchObject({ 'x-tz-offset': '2', accept: 'application/json' })
  })

  it('of the answer only its type, date and rate limit', async () => {
    upstream.answer = answerJson(
      429,
      { error: 'slow down' },
      {
        ratelimit: 'limit=100, remaining=0, reset=3',
        'retry-after': '3',
        'set-cookie': ['a=1', 'b=2'],
        'access-control-allow-origin': '*',
        'content-security-policy': 'default-src *',
        refresh: '0;url=http://evil.test/',
        server: 'nginx',
        'x-rate-limit-reset': '3',
      },
    )
    const response = await ask('/api/v1/me/')
    expect(response.status).toBe(429)
    expect(response.headers.get('ratelimit')).toBe('limit=100, remaining=0, reset=3')
    expect(response.headers.get('retry-after')).toBe('3')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    for (const name of ['set-cookie', 'access-control-allow-origin', 'refresh', 'server'])
      expect(response.headers.has(name)).toBe(false)
  })

  it('an answer without a body', async () => {
    upstream.answer = (_request, response) => response.writeHead(204).end()
    expect((await ask('/api/v1/me/')).status).toBe(204)
  })
})

describe('what the relay refuses before anything is sent', () => {
  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another server on this machine', { 'sec-fetch-site': 'same-site' }, 403],
    ['the address bar', { 'sec-fetch-site': 'none' }, 403],
    ['a request without the page’s own header', { 'x-close-explorer': '' }, 403],
    ['a name that was pointed at this machine', { host: 'rebind.test:5180' }, 421],
    ['another port', { host: 'localhost:5181' }, 421],
  ])('%s', async (_who, headers, status) => {
    const response = await ask('/api/v1/me/', {}, headers)
    expect(response.status).toBe(status)
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(upstream.asked).toEqual([])
  })

  it('a request that says nothing of where it comes from', async () => {
    const { 'sec-fetch-site': _, ...headers } = own
    const response = await serverOf().fetch(new Request('http://localhost:5180/api/v1/me/', { headers }))
    expect(response.status).toBe(403)
    expect(upstream.asked).toEqual([])
  })

  it('a request without a credential, as it has none to add', async () => {
    const { authorization: _, ...headers } = own
    const response = await serverOf().fetch(new Request('http://localhost:5180/api/v1/me/', { headers }))
    expect(response.status).toBe(401)
    expect(upstream.asked).toEqual([])
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])('%s, which could write', async (method) => {
    const response = await ask('/api/v1/lead/lead_1/', { method }, { 'x-http-method-override': 'GET' })
    expect(response.status).toBe(405)
    expect(upstream.asked).toEqual([])
  })

  it.each([
    '/api/v1/',
    '/api/v1/activity',
    '/api/v1/activity/call',
    '/api/v1/email_template/',
    '/api/v1/lead/lead_1/merge/',
    '/api/v1/activity/call/acti_1/extra/',
    '/api/v1/activity/%63all/',
    '/%61pi/v1/me/',
    '/api/v1//evil.test/x',
    '/api/v1/@evil.test/',
    '/api/v1/lead/;x/',
    '/api/v1/lead/%2e%2e/',
    '/api/v1/lead/%252e%252e/',
    '/api/v1/lead/a%2fb/',
    '/api/v1/lead/a%00/',
    '/api/v2/me/',
    '/api/me/',
  ])('%s, which the page does not read', async (path) => {
    const response = await ask(path)
    expect(response.status).toBe(404)
    expect(upstream.asked).toEqual([])
  })

  it('a question larger than its cap', async () => {
    const body = 'x'.repeat(65 * 1024)
    expect((await ask('/api/v1/data/search/', { method: 'POST', body })).status).toBe(413)
    expect(upstream.asked).toEqual([])
  })
})

describe('when Close does not answer well', () => {
  it('a redirect is not followed, wherever it leads', async () => {
    const elsewhere = await startUpstream()
    upstream.answer = (_request, response) => response.writeHead(302, { location: `${elsewhere.origin}/steal` }).end()
    const response = await ask('/api/v1/me/')
    expect(response.status).toBe(502)
    expect(await response.json()).toEqual({ error: expect.stringContaining('redirect') as string })
    expect(elsewhere.asked).toEqual([])
    await elsewhere[Symbol.asyncDispose]()
  })

  it('an unreachable host is 502 in plain words', async () => {
    const response = await serverOf({}, 'http://127.0.0.1:9').fetch(asked('/api/v1/me/'))
    expect(response.status).toBe(502)
    expect(await response.json()).toEqual({ error: expect.stringContaining('could not be reached') as string })
  })

  it('silence is 504', async () => {
    upstream.answer = () => {}
    const response = await serverOf({ headersMs: 20 }).fetch(asked('/api/v1/me/'))
    expect(response.status).toBe(504)
    expect(await response.json()).toEqual({ error: expect.stringContaining('in time') as string })
  })

  it('a body that stops coming is 504', async () => {
    upstream.answer = (_request, response) => response.writeHead(200).write('{"data": [')
    expect((await serverOf({ idleMs: 20 }).fetch(asked('/api/v1/me/'))).status).toBe(504)
  })

  it('a body that trickles on for ever is 504', async () => {
    upstream.answer = (_request, response) => {
      const drip = setInterval(() => response.write(' '), 5)
      response.on('close', () => clearInterval(drip))
    }
    expect((await serverOf({ totalMs: 60 }).fetch(asked('/api/v1/me/'))).status).toBe(504)
  })

  it('half an answer is 502, never half an answer', async () => {
    upstream.answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"data": [')
      setImmediate(() => response.destroy())
    }
    expect((await ask('/api/v1/me/')).status).toBe(502)
  })

  it('an answer that unfolds beyond its cap is 502', async () => {
    upstream.answer = answerJson(200, { text: 'x'.repeat(5000) })
    const response = await serverOf({ answerBytes: 4096 }).fetch(asked('/api/v1/me/'))
    expect(response.status).toBe(502)
    expect(await response.json()).toEqual({ error: expect.stringContaining('more than') as string })
  })

  it('whoever leaves takes the question along', async () => {
    const left = new AbortController()
    const closed = new Promise<void>((resolve) => {
      upstream.answer = (_request, response) => {
        response.on('close', resolve)
        left.abort()
      }
    })
    await serverOf().fetch(asked('/api/v1/me/', { signal: left.signal }))
    await closed
    expect(lines[0]?.status).toBe(499)
  }, 5000)
})

it('the log names method, route, status and time, never a query, an id or a credential', async () => {
  await ask('/api/v1/lead/lead_secret/?query=secret')
  await ask('/api/v1/elsewhere/secret/?api_key=secret')
  expect(lines).toEqual([
    { method: 'GET', route: '/lead/{id}/', status: 200, ms: expect.any(Number) as number },
    { method: 'GET', route: '-', status: 404, ms: expect.any(Number) as number },
  ])
})
