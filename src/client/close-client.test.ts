import { describe, expect, test } from 'vitest'
import type { ActivityPage } from '#core/close/wire.ts'
import { createTestClock } from '#lib/test-clock.ts'
import { fetchActivity, fetchActivityPage } from './activity-pages.ts'
import { createCloseClient } from './close-client.ts'
import { formsOf, type Credential } from './credential.ts'
import { CloseError } from './errors.ts'

const secret = 'api_s3cret.Key0'
const empty: ActivityPage = { data: [], hasMore: false }
const page = JSON.stringify({ data: [], has_more: false })

type Answer = (request: Request) => Response | Promise<Response>

function json(body: string, init: ResponseInit = {}): Response {
  return new Response(body, { ...init, headers: { 'content-type': 'application/json', ...init.headers } })
}

const fine: Answer = () => json(page)

/** A server that gives these answers in turn, the last of them for ever. */
function serve(...answers: Answer[]) {
  const clock = createTestClock()
  const requests: Request[] = []
  const credential: { current: Credential | null } = { current: { kind: 'api-key', secret } }
  const respond = async (request: Request) => {
    requests.push(request)
    const answer = answers[Math.min(requests.length, answers.length) - 1]
    if (!answer) throw new Error('no answer prepared')
    return answer(request)
  }
  const client = createCloseClient({
    fetch: clock.holding(respond),
    baseUrl: 'http://close.test/api/v1',
    credential: () => credential.current,
    clock,
    random: () => 0.5,
  })
  const ask = (signal?: AbortSignal) => fetchActivityPage(client, { path: '/activity/', parameters: [] }, signal)
  return { clock, client, requests, credential, ask }
}

function hang(request: Request): Promise<Response> {
  return new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason)))
}

/** Hanging calls must not hold the clock. */
function serveHanging(answer: (count: number) => Promise<Response>) {
  const clock = createTestClock()
  let count = 0
  const client = createCloseClient({
    fetch: () => answer((count += 1)),
    baseUrl: 'http://close.test/api/v1',
    credential: () => ({ kind: 'api-key', secret }),
    clock,
    random: () => 0.5,
  })
  return { clock, client, tries: () => count }
}

async function errorOf(promise: Promise<unknown>): Promise<CloseError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof CloseError) return error
  throw new Error(`expected a CloseError, got ${String(error)}`)
}

describe('a request', () => {
  test('carries the credential and the page’s header, and nothing of the browser’s', async () => {
    const { client, requests } = serve(fine)
    await client.get('/activity/', [
      ['lead_id', 'lead_1'],
      ['_type__in', 'Call,Custom'],
      ['date_created__lt', '2026-03-01T00:00:00+02:00'],
    ])
    const [request] = requests
    expect(request?.url).toBe(
      'http://close.test/api/v1/activity/?lead_id=lead_1&_type__in=Call,Custom&date_created__lt=2026-03-01T00%3A00%3A00%2B02%3A00',
    )
    expect(request?.headers.get('authorization')).toBe(`Basic ${btoa(`${secret}:`)}`)
    expect(request?.headers.get('x-close-explorer')).toBe('1')
    expect(request).toMatchObject({ credentials: 'omit', redirect: 'error', cache: 'no-store' })
  })

  test('is not made without a credential', async () => {
    const { credential, requests, ask } = serve(fine)
    credential.current = null
    expect((await errorOf(ask())).kind).toBe('unauthorized')
    expect(requests).toHaveLength(0)
  })

  test('is made with the credential of the moment', async () => {
    const { credential, requests, ask } = serve(() => json('{}', { status: 503 }), fine)
    const answer = ask()
    credential.current = { kind: 'oauth-token', secret: 'new' }
    await answer
    expect(requests.at(-1)?.headers.get('authorization')).toBe('Bearer new')
  })
})

describe('what is tried again', () => {
  test.each([408, 500, 502, 503, 504])('%i, until there is an answer', async (status) => {
    const { ask, requests } = serve(() => new Response('<h1>Bad</h1>', { status }), fine)
    expect(await ask()).toEqual(empty)
    expect(requests).toHaveLength(2)
  })

  test('a lost connection, and one cut in the middle of an answer', async () => {
    const lost = () => Promise.reject(new TypeError('Failed to fetch'))
    const cut = () => new Response(new ReadableStream({ pull: (body) => body.error(new TypeError('terminated')) }))
    const { ask, requests } = serve(lost, cut, fine)
    expect(await ask()).toEqual(empty)
    expect(requests).toHaveLength(3)
  })

  test('an answer that breaks off, once', async () => {
    const { ask, requests } = serve(() => json(page.slice(0, -5)))
    expect((await errorOf(ask())).kind).toBe('misread')
    expect(requests).toHaveLength(2)
  })

  test('a server error five times, with growing waits, then says so', async () => {
    const { ask, requests, client } = serve(() => new Response('', { status: 502 }))
    const waits: number[] = []
    const { pacer } = client
    pacer.subscribe(() => waits.push(Number(pacer.getSnapshot().waitingUntil)))
    expect(await errorOf(ask())).toMatchObject({ kind: 'server', status: 502 })
    expect(requests).toHaveLength(5)
    expect(waits.filter((until) => until > 0)).toHaveLength(4)
    expect(pacer.getSnapshot()).toEqual({ waitingUntil: null, reason: null })
  })
})

describe('what is not tried again', () => {
  test.each([503, 429])('nothing, where one try was asked for: %i', async (status) => {
    const { client, requests } = serve(() => json('{}', { status }))
    const asked = fetchActivityPage(client, { path: '/activity/', parameters: [] }, undefined, { once: true })
    expect((await errorOf(asked)).kind).toBe(status === 429 ? 'rate-limited' : 'server')
    expect(requests).toHaveLength(1)
  })

  test.each<[number, string]>([
    [400, 'refused'],
    [401, 'unauthorized'],
    [402, 'refused'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [405, 'refused'],
  ])('%i is %s', async (status, kind) => {
    const { ask, requests } = serve(() => json('{"error": "Because."}', { status }))
    expect(await errorOf(ask())).toMatchObject({ kind, status, words: 'Because.' })
    expect(requests).toHaveLength(1)
  })

  test('a page of somebody else', async () => {
    const { ask, requests } = serve(
      () => new Response('<h1>Sign in</h1>', { headers: { 'content-type': 'text/html' } }),
    )
    const error = await errorOf(ask())
    expect(error.kind).toBe('not-close')
    expect(error.message).toContain('text/html')
    expect(requests).toHaveLength(1)
  })

  test('an answer of another shape, and it says which part', async () => {
    const { ask, requests } = serve(() => json('{"data": []}'))
    const error = await errorOf(ask())
    expect(error.kind).toBe('misread')
    expect(error.message).toContain('has_more')
    expect(requests).toHaveLength(1)
  })

  test.each(['null', '[]', '{}', '{"data": 1, "has_more": false}', '{"data": [null], "has_more": false}'])(
    'an answer that is %s',
    async (body) => {
      const { ask } = serve(() => json(body))
      expect((await errorOf(ask())).kind).toBe('misread')
    },
  )

  test('an answer larger than the cap, of which no more is read', async () => {
    let chunks = 0
    const body = () =>
      new ReadableStream({
        pull(stream) {
          chunks += 1
          stream.enqueue(new Uint8Array(4 * 1024 * 1024))
        },
      })
    const { ask } = serve(() => new Response(body(), { headers: { 'content-type': 'application/json' } }))
    expect((await errorOf(ask())).message).toContain('32 MB')
    expect(chunks).toBeLessThan(12)
  })

  test('an activity whose id is none', async () => {
    const { client, requests } = serve(fine)
    expect((await errorOf(fetchActivity(client, '../me'))).kind).toBe('not-found')
    expect(requests).toHaveLength(0)
  })
})

test('a refusal names the parameters it is about', async () => {
  const { ask } = serve(() => json('{"errors": [], "field-errors": {"_limit": "Too large."}}', { status: 400 }))
  const error = await errorOf(ask())
  expect(error.fields).toEqual({ _limit: 'Too large.' })
  expect(error.message).toContain('Too large.')
})

describe('the rate limit', () => {
  const slow: Answer = () =>
    json('{}', { status: 429, headers: { ratelimit: 'limit=10, remaining=0, reset=3', 'retry-after': '3' } })

  test('makes everybody wait as long as Close asks, and no request is made meanwhile', async () => {
    const { ask, requests, client, clock } = serve(slow, fine)
    const start = clock.now()
    const seen: (string | null)[] = []
    client.pacer.subscribe(() => seen.push(client.pacer.getSnapshot().reason))
    const first = ask()
    await new Promise(setImmediate)
    const second = ask()
    await Promise.all([first, second])
    expect(clock.now() - start).toBe(3000)
    expect(requests).toHaveLength(3)
    expect(seen).toEqual(['rate-limit', null])
  })

  test('is not held against a request until ten refusals in a row', async () => {
    const patient = serve(...Array<Answer>(9).fill(slow), fine)
    expect(await patient.ask()).toEqual(empty)
    const mixed = serve(
      ...Array<Answer>(9).fill(slow),
      () => json('{}', { status: 502 }),
      ...Array<Answer>(9).fill(slow),
      fine,
    )
    expect(await mixed.ask()).toEqual(empty)
    const given = serve(slow)
    expect((await errorOf(given.ask())).kind).toBe('rate-limited')
    expect(given.requests).toHaveLength(10)
  })

  test('is kept before it is broken', async () => {
    const last: Answer = () => json(page, { headers: { ratelimit: 'limit=10, remaining=0, reset=2.5' } })
    const { ask, clock } = serve(last, fine)
    const start = clock.now()
    await ask()
    expect(clock.now()).toBe(start)
    await ask()
    expect(clock.now() - start).toBe(2500)
  })
})

describe('an answer that never comes', () => {
  test('is waited for twice, and words come within 45 seconds', async () => {
    const { client, clock, tries } = serveHanging(() => new Promise(() => {}))
    const start = clock.now()
    expect((await errorOf(client.get('/activity/'))).kind).toBe('timeout')
    expect(tries()).toBe(2)
    expect(clock.now() - start).toBeLessThan(45_000)
  })

  test('may hang in its body as well', async () => {
    const started = '{"data": ['
    const { client, clock } = serveHanging(
      async () =>
        new Response(
          new ReadableStream({
            start: (body) => body.enqueue(new TextEncoder().encode(started)),
          }),
        ),
    )
    const start = clock.now()
    expect((await errorOf(client.get('/activity/'))).kind).toBe('timeout')
    expect(clock.now() - start).toBeLessThan(45_000)
  })

  test('is forgotten when the next one comes', async () => {
    const { client } = serveHanging((count) => (count === 1 ? new Promise(() => {}) : Promise.resolve(json('{}'))))
    expect(await client.get('/activity/')).toEqual({})
  })
})

describe('an aborted request', () => {
  test('rejects with the reason and is not repeated', async () => {
    const { ask, requests } = serve(hang)
    const leaving = new AbortController()
    const answer = ask(leaving.signal)
    await new Promise(setImmediate)
    leaving.abort(new Error('left'))
    await expect(answer).rejects.toThrow('left')
    expect(requests).toHaveLength(1)
  })

  test('ends its wait for the rate limit', async () => {
    const leaving = new AbortController()
    const { client, requests } = serve(() => json('{}', { status: 429, headers: { 'retry-after': '30' } }))
    client.pacer.subscribe(() => leaving.abort(new Error('left')))
    await expect(client.get('/activity/', [], { signal: leaving.signal })).rejects.toThrow('left')
    expect(requests).toHaveLength(1)
    expect(client.pacer.getSnapshot().waitingUntil).toBeNull()
  })

  test('that was aborted before is not made', async () => {
    const { ask, requests } = serve(fine)
    await expect(ask(AbortSignal.abort(new Error('left')))).rejects.toThrow('left')
    expect(requests).toHaveLength(0)
  })
})

test('no error holds the secret, whatever the server and the network say', async () => {
  const forms = formsOf({ kind: 'api-key', secret })
  const echo =
    (status: number): Answer =>
    (request) =>
      json(JSON.stringify({ error: request.headers.get('authorization'), 'field-errors': { [secret]: secret } }), {
        status,
      })
  const answers: Answer[] = [
    ...[400, 401, 403, 404, 500].map(echo),
    (request) => Promise.reject(new TypeError(`bad header ${request.headers.get('authorization')}`)),
    (request) => json(`{"error": "${request.headers.get('authorization')}`),
    () => new Response(secret, { headers: { 'content-type': `text/html; x=${secret}` } }),
    () => new Response(secret, { headers: { 'content-type': secret } }),
  ]
  for (const answer of answers) {
    const error = await errorOf(serve(answer).ask())
    const cause = error.cause instanceof Error ? `${error.cause.message}${error.cause.stack}` : ''
    const said = [error.message, error.stack, cause, JSON.stringify(error)].join('\n')
    for (const form of forms) expect(said).not.toContain(form)
  }
})
