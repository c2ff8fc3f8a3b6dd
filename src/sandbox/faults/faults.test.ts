import { describe, expect, it } from 'vitest'
import { basic, createTestClient, dataOf, idsOf, type TestClient } from '#sandbox/test-client.ts'
import { faults } from './catalogue.ts'

const client = createTestClient({ size: 1500 })
const page = { _limit: '10', _fields: 'id,_type,date_created' }

async function control(asked: TestClient, body: unknown) {
  const response = await asked.sandbox.fetch(
    new Request('http://localhost/sandbox/control/', { method: 'POST', body: JSON.stringify(body) }),
  )
  const answer: Record<string, unknown> = await response.json()
  return { status: response.status, body: answer }
}

function withFault(fault: string, path = '/activity/call/') {
  return client.get(path, page, { 'x-sandbox-fault': fault })
}

describe('a fault asked for with a header', () => {
  it.each([
    ['400', 400],
    ['401', 401],
    ['402', 402],
    ['403', 403],
    ['404', 404],
    ['429', 429],
    ['500', 500],
    ['502', 502],
    ['503', 503],
    ['504', 504],
    ['redirect', 302],
  ])('%s answers %i once', async (fault, status) => {
    expect((await withFault(fault)).status).toBe(status)
    expect((await client.get('/activity/call/', page)).status).toBe(200)
  })

  it('400 names a field and speaks', async () => {
    expect((await withFault('400; field=lead_id; message=No such lead.')).body).toEqual({
      errors: [],
      'field-errors': { lead_id: 'No such lead.' },
    })
    expect((await withFault('400; message=No.')).body).toEqual({ error: 'No.' })
  })

  it('429 says how long to wait, or does not, or speaks in tongues', async () => {
    const { headers } = await withFault('429; retryAfter=2.5')
    expect([headers.get('ratelimit'), headers.get('retry-after')]).toEqual(['limit=100, remaining=0, reset=2.5', '3'])
    expect((await withFault('429; headers=none')).headers.get('retry-after')).toBeNull()
    expect((await withFault('429; headers=garbled')).headers.get('retry-after')).toBe('later')
  })

  it('502 and a captive portal are HTML, 504 and an empty body are empty', async () => {
    expect((await withFault('502')).headers.get('content-type')).toContain('text/html')
    expect((await withFault('html')).body['text']).toContain('<!doctype html>')
    expect((await withFault('504')).body).toEqual({})
    expect(await withFault('empty-body')).toMatchObject({ status: 200, body: {} })
  })

  it('truncated JSON is half of it', async () => {
    const { body, status } = await withFault('truncated-json')
    expect(status).toBe(200)
    expect(String(body['text'])).toMatch(/^\{"data":\[/)
  })

  it('a cut connection breaks in the middle of the body', async () => {
    const request = new Request('http://localhost/sandbox/api/v1/activity/', {
      headers: { authorization: basic, 'x-sandbox-fault': 'cut' },
    })
    const response = await client.sandbox.fetch(request)
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow()
  })

  it('a hanging answer ends with the client, or when the faults are cleared', async () => {
    const abort = new AbortController()
    const hang = (signal: AbortSignal) =>
      client.sandbox.fetch(
        new Request('http://localhost/sandbox/api/v1/me/', {
          signal,
          headers: { authorization: basic, 'x-sandbox-fault': 'hang' },
        }),
      )
    const one = hang(abort.signal)
    abort.abort()
    expect((await one).status).toBe(504)
    const other = hang(new AbortController().signal)
    await Promise.resolve()
    await new Promise((resolve) => setImmediate(resolve))
    await control(client, { fault: 'clear' })
    expect((await other).status).toBe(504)
  })

  it('wrong shapes', async () => {
    const whole = dataOf((await client.get('/activity/call/', page)).body)
    expect((await withFault('data-object')).body['data']).toMatchObject({ 0: whole[0] })
    expect((await withFault('has-more-missing')).body).not.toHaveProperty('has_more')
    expect(dataOf((await withFault('row-without-id')).body)[0]).not.toHaveProperty('id')
    expect(dataOf((await withFault('unknown-type')).body)[0]).toMatchObject({ _type: 'HologramCall' })
    expect(dataOf((await withFault('repeated-row')).body).slice(0, 2)).toEqual([whole[0], whole[0]])
    expect(dataOf((await withFault('out-of-order')).body)).toEqual(whole.toReversed())
    expect((await withFault('short-page; count=2')).body).toEqual({ data: whole.slice(0, 2), has_more: true })
    expect((await withFault('empty-page')).body).toEqual({ data: [], has_more: true })
    expect((await withFault('ends-early')).body['has_more']).toBe(false)
    expect(
      (await client.get('/activity/lead_merge/', {}, { 'x-sandbox-fault': 'never-ending' })).body['has_more'],
    ).toBe(true)
  })

  it('that nobody knows changes nothing', async () => {
    expect((await withFault('gremlins')).status).toBe(200)
  })
})

describe('a fault asked for at the control endpoint', () => {
  it('meets so many of the matching requests, after so many', async () => {
    const own = createTestClient({ size: 300 })
    await control(own, { fault: '500', times: 2, after: 1, match: '/activity/' })
    const statuses: number[] = []
    for (const path of ['/activity/', '/me/', '/activity/', '/activity/call/', '/activity/'])
      statuses.push((await own.get(path)).status)
    expect(statuses).toEqual([200, 200, 500, 500, 200])
  })

  it('matches path and parameters as they are written', async () => {
    const own = createTestClient({ size: 300 })
    await control(own, { fault: '503', times: null, match: 'lead_id=a,b' })
    expect((await own.get('/activity/', { lead_id: 'a,b' })).status).toBe(503)
    expect((await own.get('/activity/', { lead_id: 'a' })).status).toBe(200)
  })

  it('can be for one scope only', async () => {
    const own = createTestClient({ size: 300 })
    await control(own, { fault: '500', scope: 'story-7' })
    expect((await own.get('/me/')).status).toBe(200)
    expect((await own.get('/me/', {}, { 'x-sandbox-scope': 'story-7' })).status).toBe(500)
  })

  it('can meet a share of the requests, the same each time', async () => {
    const run = async () => {
      const own = createTestClient({ size: 300 })
      await control(own, { fault: '500', times: null, percent: 30, seed: 4 })
      const statuses: number[] = []
      for (let i = 0; i < 40; i++) statuses.push((await own.get('/me/')).status)
      return statuses
    }
    const statuses = await run()
    expect(statuses).toEqual(await run())
    expect(statuses.filter((status) => status === 500).length).toBeGreaterThan(4)
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(15)
  })

  it('is taken back by clear', async () => {
    const own = createTestClient({ size: 300 })
    await control(own, [
      { fault: '401', times: null },
      { fault: 'skip-ceiling', value: 10 },
    ])
    expect((await own.get('/activity/')).status).toBe(401)
    await control(own, { fault: 'clear' })
    expect((await own.get('/activity/', { _skip: '200' })).status).toBe(200)
  })

  it('lowers the ceilings of skip and limit', async () => {
    const own = createTestClient({ size: 300 })
    await control(own, [
      { fault: 'skip-ceiling', value: 20 },
      { fault: 'limit-ceiling', value: 50 },
    ])
    expect((await own.get('/activity/', { _skip: '21', _limit: '1' })).body['error']).toContain('max_skip = 20')
    expect((await own.get('/activity/', { _limit: '51' })).status).toBe(400)
    expect(dataOf((await own.get('/activity/')).body)).toHaveLength(50)
  })

  it.each([
    [{ fault: 'gremlins' }],
    [{ fault: '500', times: -1 }],
    ['500'],
    [{ fault: '500', after: 'x' }],
    [{ fault: 'ties', lead_id: 'lead_nobody' }],
  ])('%o is refused with what there is', async (body) => {
    const own = createTestClient({ size: 300 })
    expect(await control(own, body)).toMatchObject({ status: 400, body: { error: expect.any(String) } })
    expect((await own.get('/me/')).status).toBe(200)
  })
})

describe('changes between pages', () => {
  const setUp = async (fault: Readonly<Record<string, unknown>>) => {
    const own = createTestClient({ size: 1500 })
    await control(own, { ...fault, match: '_skip=0' })
    const first = await own.get('/activity/call/', { ...page, _skip: '0' })
    const second = await own.get('/activity/call/', { ...page, _skip: '10' })
    return { own, first: idsOf(first.body), second: idsOf(second.body) }
  }

  it('inserts shift the next page, so that it repeats rows', async () => {
    const { own, first, second } = await setUp({ fault: 'insert', count: 3 })
    expect(second.slice(0, 3)).toEqual(first.slice(7))
    expect(own.sandbox.truth.history.map((change) => change.change)).toEqual(['insert', 'insert', 'insert'])
  })

  it('deletes shift it the other way, so that rows are lost', async () => {
    const before = client.sandbox.truth
      .all()
      .filter((f) => f.type === 'Call')
      .map((f) => f.id)
    const { own, first, second } = await setUp({ fault: 'delete', count: 2 })
    expect(second).toEqual(before.slice(12, 22))
    expect((await own.get(`/activity/${String(first[0])}/`)).status).toBe(404)
    expect(own.sandbox.truth.history[0]).toMatchObject({
      change: 'remove',
      id: first[0],
      before: { type: 'Call' },
      after: null,
      request: 1,
    })
  })

  it('backdated inserts appear among what was shown', async () => {
    const { own, first } = await setUp({ fault: 'insert-backdated', count: 4 })
    const again = idsOf((await own.get('/activity/call/', { ...page, _limit: '14' })).body)
    expect(again.filter((id) => first.includes(id))).toEqual(first)
    expect(again.slice(0, 1)).toEqual(first.slice(0, 1))
    expect(again.slice(-1)).toEqual(first.slice(-1))
  })

  it('touched rows move back in time', async () => {
    const { own, first } = await setUp({ fault: 'touch', count: 1 })
    expect(idsOf((await own.get('/activity/call/', page)).body)[0]).toBe(first[1])
    expect(own.sandbox.truth.history[0]).toMatchObject({ change: 'move', id: first[0] })
  })

  it('ties fill more than a page with one timestamp', async () => {
    const own = createTestClient({ size: 1500 })
    const { body } = await control(own, { fault: 'ties' })
    expect(body['ids']).toHaveLength(600)
    const lead = own.sandbox.landmarks.largeLead.id
    const notes = await own.all('/activity/note/', { lead_id: lead, _fields: 'id,date_created' })
    const dates = new Map<unknown, number>()
    for (const note of notes) dates.set(note['date_created'], (dates.get(note['date_created']) ?? 0) + 1)
    expect(Math.max(...dates.values())).toBe(600)
    expect(notes.map((note) => note['id'])).toEqual(
      own.sandbox.truth
        .all()
        .filter((f) => f.type === 'Note' && f.leadId === lead)
        .map((f) => f.id),
    )
  })

  it('shuffled ties come in another order each time, all of them', async () => {
    const own = createTestClient({ size: 1500 })
    await control(own, [
      { fault: 'ties', count: 50, date_created: '2027-01-01T00:00:00.000123Z' },
      { fault: 'shuffled-ties', times: null },
    ])
    const ask = async () =>
      idsOf(
        (
          await own.get('/activity/note/', {
            lead_id: own.sandbox.landmarks.largeLead.id,
            _limit: '50',
            _fields: 'id,date_created',
          })
        ).body,
      )
    const one = await ask()
    const other = await ask()
    expect(one).not.toEqual(other)
    expect(one.toSorted()).toEqual(other.toSorted())
  })
})

describe('the control endpoint', () => {
  const read = async (path: string) =>
    (await client.sandbox.fetch(new Request(`http://localhost/sandbox/control${path}`))).text()

  it('tells what there is, what waits and where things are', async () => {
    const state: Record<string, unknown> = JSON.parse(await read(''))
    expect(state).toMatchObject({ waiting: [], landmarks: client.sandbox.landmarks, faults })
  })

  it('gives the truth, and what was asked, line by line', async () => {
    const facts = (await read('/truth/'))
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(facts).toEqual(client.sandbox.truth.all())
    await client.get('/activity/call', { _limit: '1' })
    const last: unknown = JSON.parse((await read('/requests/')).trimEnd().split('\n').at(-1) ?? '')
    expect(last).toMatchObject({ method: 'GET', path: '/activity/call/', search: '_limit=1', status: 200, fault: null })
  })

  it('knows nothing else', async () => {
    const ask = async (method: string, path: string) =>
      (await client.sandbox.fetch(new Request(`http://localhost/sandbox/control${path}`, { method }))).status
    expect(await ask('GET', '/secrets/')).toBe(404)
    expect(await ask('DELETE', '/')).toBe(405)
  })
})
