import { describe, expect, it } from 'vitest'
import { basic, createTestClient, dataOf, idsOf } from './test-client.ts'

const client = createTestClient()
const lead = client.sandbox.landmarks.largeLead.id

describe('the method override', () => {
  const override = { 'x-http-method-override': 'GET' }

  it('asks with a body what a query would ask', async () => {
    const parameters = { lead_id: lead, _type: 'Call,Note', _limit: '7', date_created__lt: '2026-09-01' }
    const asked = await client.send('POST', '/activity/', { _params: { ...parameters, _limit: 7 } }, override)
    expect(asked).toMatchObject({ status: 200, body: (await client.get('/activity/', parameters)).body })
  })

  it('takes thousands of ids', async () => {
    const ids = client.sandbox.truth
      .all()
      .filter((f) => f.type === 'Call')
      .slice(0, 90)
      .map((f) => f.id)
    const asked = await client.send('POST', '/activity/call', { _params: { id__in: ids.join(',') } }, override)
    expect(idsOf(asked.body)).toEqual(ids)
  })

  it('is refused like a query', async () => {
    expect((await client.send('POST', '/activity/', { _params: { _type: 'Call' } }, override)).status).toBe(400)
    expect((await client.send('POST', '/activity/', { _params: { lead_id: ['a'] } }, override)).status).toBe(400)
    expect((await client.send('POST', '/activity/', { _params: 3 }, override)).status).toBe(400)
  })

  it('wants JSON, and says so', async () => {
    expect(await client.send('POST', '/activity/', '{oops', override)).toMatchObject({
      status: 400,
      body: { error: 'The request contains invalid JSON.' },
    })
    expect((await client.send('POST', '/activity/', 'a=b', { ...override, 'content-type': 'text/plain' })).status).toBe(
      400,
    )
  })
})

/** What Close's own Python client puts on every request: key as user name, content type even on GET, offset as Python prints it. */
const python = {
  authorization: basic,
  accept: '*/*',
  'accept-encoding': 'gzip, deflate',
  'content-type': 'application/json',
  'user-agent': 'python-requests/2.32.3',
  'x-tz-offset': '-5.0',
}

describe("Close's own Python client", () => {
  it('pages through a list by the rows it got', async () => {
    const ids: unknown[] = []
    for (let more = true; more;) {
      const { body } = await client.get(
        `/activity/call/?_skip=${ids.length}&_fields=id%2Cdate_created&date_created__gte=2026-03-01T00%3A00%3A00`,
        {},
        python,
      )
      ids.push(...dataOf(body).map((row) => row['id']))
      more = body['has_more'] === true
    }
    const from = Date.UTC(2026, 2, 1, 5) * 1000
    expect(ids).toEqual(
      client.sandbox.truth
        .all()
        .filter((f) => f.type === 'Call' && f.created >= from)
        .map((f) => f.id),
    )
  })

  it('asks for leads by query and for one user', async () => {
    expect((await client.get('/lead/?query=brightfold&_fields=id', {}, python)).body['total_results']).toBeGreaterThan(
      0,
    )
    expect((await client.get('/me/', {}, python)).status).toBe(200)
  })

  it('reads what is wrong from the keys it knows', async () => {
    const { body } = await client.get('/activity/call/?_limit=1000', {}, python)
    expect(body['errors']).toEqual([])
    expect(body['field-errors']).toEqual({ _limit: 'Input should be less than or equal to 100' })
  })

  it('learns from a 429 how long to wait, from the header and from the body', async () => {
    const limited = createTestClient({ size: 300, rate: { limit: 0, windowSeconds: 10 } })
    const { status, body, headers } = await limited.get('/activity/', {}, python)
    const reset = /reset=([\d.]+)$/.exec(headers.get('ratelimit') ?? '')?.[1]
    expect(status).toBe(429)
    expect(Number(reset)).toBeGreaterThan(0)
    expect(body).toMatchObject({ error: { rate_reset: Number(reset) } })
  })
})
