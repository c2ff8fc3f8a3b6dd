import { describe, expect, it } from 'vitest'
import { createSandbox, optionsFromEnv } from './app.ts'
import { basic } from './test-client.ts'
import { strictest } from './strictness.ts'

describe('environment variables', () => {
  it('set every option', () => {
    const options = optionsFromEnv({
      SANDBOX_SEED: '7',
      SANDBOX_SIZE: '500',
      SANDBOX_NOW: '2026-09-15T12:00:00Z',
      SANDBOX_LATENCY: '30',
      SANDBOX_RATE: '240/8',
      SANDBOX_SKIP_CEILING: '2000',
      SANDBOX_LIVE_EVERY: '0',
      SANDBOX_STRICTNESS: 'strictest',
    })
    expect(options).toMatchObject({
      seed: 7,
      size: 500,
      latency: 30,
      rate: { limit: 240, windowSeconds: 8 },
      skipCeiling: 2000,
      liveEvery: 0,
      strictness: strictest,
    })
    expect(options.clock?.()).toBe(Date.UTC(2026, 8, 15, 12))
  })

  it('may all be absent, which leaves a hundred requests a second', () => {
    expect(optionsFromEnv({})).toMatchObject({ rate: { limit: 100, windowSeconds: 1 } })
    expect(optionsFromEnv({ SANDBOX_RATE: 'off', SANDBOX_SEED: 'harbour' })).toMatchObject({
      rate: null,
      seed: 'harbour',
    })
  })

  it.each([
    'SANDBOX_SIZE',
    'SANDBOX_NOW',
    'SANDBOX_LATENCY',
    'SANDBOX_RATE',
    'SANDBOX_SKIP_CEILING',
    'SANDBOX_LIVE_EVERY',
    'SANDBOX_STRICTNESS',
  ])('%s that cannot be read is named', (name) => {
    expect(() => optionsFromEnv({ [name]: 'many' })).toThrow(name)
  })
})

describe('the base path', () => {
  const ask = async (path: string, basePath?: string) => {
    const sandbox = createSandbox({ size: 100, clock: () => 0, ...(basePath === undefined ? {} : { basePath }) })
    return (await sandbox.fetch(new Request(`http://localhost${path}`, { headers: { authorization: basic } }))).status
  }

  it('can be that of Close itself, which moves the control endpoint with it', async () => {
    expect(await ask('/api/v1/me/', '/api/v1')).toBe(200)
    expect(await ask('/control/', '/api/v1')).toBe(200)
    expect(await ask('/sandbox/control/')).toBe(200)
    expect(await ask('/api/v1/me/')).toBe(404)
    expect(await ask('/sandbox/api/v1/')).toBe(404)
  })
})

describe('a very small sandbox', () => {
  it('of no activities is empty', () => {
    expect(createSandbox({ size: 0, clock: () => Date.UTC(2026, 8, 15) }).truth.all()).toEqual([])
  })

  it.each([0, 1, 10, 100])('of %i activities works', async (size) => {
    const sandbox = createSandbox({ size, clock: () => Date.UTC(2026, 8, 15) })
    const response = await sandbox.fetch(
      new Request('http://localhost/sandbox/api/v1/activity/', { headers: { authorization: basic } }),
    )
    expect(response.status).toBe(200)
    expect(sandbox.landmarks.largeLead.name).toBe('Brightfold Shipping')
  })
})
