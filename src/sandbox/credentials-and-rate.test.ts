import { describe, expect, it } from 'vitest'
import { basic, createTestClient, NOON } from './test-client.ts'

describe('a credential', () => {
  const client = createTestClient({ size: 300 })

  it.each([
    ['a key', basic],
    ['the key of the page', `Basic ${btoa('api_sandbox:')}`],
    ['a key without a colon', `Basic ${btoa('api_test')}`],
    ['a token', 'Bearer abc.def'],
  ])('%s is accepted', async (_, authorization) => {
    expect((await client.get('/me/', {}, { authorization })).status).toBe(200)
  })

  it.each([
    ['none', ''],
    ['a key that is none', `Basic ${btoa('hello:')}`],
    ['the wrong key', `Basic ${btoa('api_wrong:')}`],
    ['an expired key', `Basic ${btoa('api_expired_1:')}`],
    ['an expired token', 'Bearer expired'],
    ['no token', 'Bearer '],
    ['broken base64', 'Basic ###'],
    ['another scheme', 'Digest api_test'],
  ])('%s is refused', async (_, authorization) => {
    expect(await client.get('/me/', {}, { authorization })).toMatchObject({
      status: 401,
      body: { error: 'Unauthorized' },
    })
  })
})

describe('the rate limit', () => {
  it('is told with every answer, refusals included', async () => {
    const client = createTestClient({ size: 300, rate: { limit: 5, windowSeconds: 8 } })
    expect((await client.get('/me/')).headers.get('ratelimit')).toMatch(/^limit=5, remaining=4, reset=[\d.]+$/)
    expect((await client.get('/lead/lead_x/')).headers.get('ratelimit')).toContain('remaining=4')
    expect((await client.get('/me/', {}, { authorization: '' })).headers.get('ratelimit')).not.toBeNull()
  })

  it('refuses what is too much until the window ends, and says when', async () => {
    let now = NOON + 500
    const client = createTestClient({ size: 300, clock: () => now, rate: { limit: 2, windowSeconds: 4 } })
    await client.get('/activity/call/')
    await client.get('/activity/call/')
    const refused = await client.get('/activity/call/')
    expect(refused).toMatchObject({ status: 429, body: { error: { rate_reset: 3.5, rate_limit: 2 } } })
    expect(refused.headers.get('ratelimit')).toBe('limit=2, remaining=0, reset=3.5')
    expect(refused.headers.get('retry-after')).toBe('4')
    now += 3500
    expect((await client.get('/activity/call/')).status).toBe(200)
  })

  it('is counted for each key and each group of paths', async () => {
    const client = createTestClient({ size: 300, rate: { limit: 1, windowSeconds: 60 } })
    expect((await client.get('/activity/')).status).toBe(200)
    expect((await client.get('/activity/note/')).status).toBe(200)
    expect((await client.get('/activity/', {}, { authorization: 'Bearer other' })).status).toBe(200)
    const [a, b] = client.sandbox.truth.all()
    expect((await client.get(`/activity/${a?.id}/`)).status).toBe(200)
    expect((await client.get(`/activity/${b?.id}/`)).status).toBe(429)
  })

  it('is off when asked so, and when a clock is given that may stand still', async () => {
    const client = createTestClient({ size: 300 })
    for (let i = 0; i < 150; i++) expect((await client.get('/outcome/')).status).toBe(200)
  })
})
