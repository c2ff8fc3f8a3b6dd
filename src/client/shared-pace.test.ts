import { describe, expect, test } from 'vitest'
import { createTestClock } from '#lib/test-clock.ts'
import { createLimiter, rateHeader } from '#sandbox/rate.ts'
import { createCloseClient } from './close-client.ts'
import { createPacer } from './pacer.ts'
import { openPaceChannel, sharePace, type PaceChannel } from './shared-pace.ts'

/** A channel as browsers have it: everybody hears but who speaks. Keeps what was said. */
function createChannels() {
  const listeners = new Map<symbol, (message: unknown) => void>()
  const said: unknown[] = []
  const open = (): PaceChannel => {
    const me = Symbol()
    return {
      post(message) {
        said.push(message)
        const copy: unknown = structuredClone(message)
        for (const [who, listener] of listeners) if (who !== me) queueMicrotask(() => listener(copy))
      },
      listen: (listener) => void listeners.set(me, listener),
      close: () => void listeners.delete(me),
    }
  }
  return { open, said }
}

const group = 'GET /activity/'
const slow = { limit: 20, remaining: 0, reset: 3, window: null }

describe('two pacers on one connection', () => {
  function together() {
    const clock = createTestClock()
    const channels = createChannels()
    const [first, second] = [createPacer(clock), createPacer(clock)]
    sharePace(first, channels.open())
    const leave = sharePace(second, channels.open())
    return { clock, channels, first, second, leave }
  }

  test('pause together', async () => {
    const { clock, first, second } = together()
    const start = clock.now()
    first.pause(3000)
    await Promise.resolve()
    await second.enter(group, 'interactive')
    expect(clock.now() - start).toBe(3000)
  })

  test('go on at half the pace together', async () => {
    const { clock, first, second } = together()
    for (let count = 0; count < 20; count += 1) await first.enter(group, 'interactive')
    const pass = await first.enter(group, 'interactive')
    pass.refused(1)
    await Promise.resolve()
    const start = clock.now()
    for (let count = 0; count < 22; count += 1) await second.enter(group, 'interactive')
    expect(clock.now() - start).toBeGreaterThan(2000)
  })

  test('count each other’s requests', async () => {
    const { clock, first, second } = together()
    const pass = await first.enter(group, 'interactive')
    pass.hear({ ...slow, remaining: 3 })
    await second.enter(group, 'interactive')
    await second.enter(group, 'interactive')
    await Promise.resolve()
    const start = clock.now()
    await first.enter(group, 'interactive')
    expect(clock.now() - start).toBe(0)
    await first.enter(group, 'interactive')
    expect(clock.now() - start).toBe(3000)
  })

  test('tell who comes later', async () => {
    const { clock, channels, first } = together()
    first.pause(3000)
    const start = clock.now()
    const third = createPacer(clock)
    sharePace(third, channels.open())
    await Promise.resolve()
    await Promise.resolve()
    await third.enter(group, 'interactive')
    expect(clock.now() - start).toBe(3000)
  })

  test('are apart when one has left', async () => {
    const { clock, first, second, leave } = together()
    leave()
    const start = clock.now()
    first.pause(3000)
    await Promise.resolve()
    await second.enter(group, 'interactive')
    expect(clock.now() - start).toBe(0)
  })
})

test('two tabs share an allowance, few requests are refused, and nothing secret is told', async () => {
  const clock = createTestClock(undefined, 4)
  const channels = createChannels()
  const limiter = createLimiter({ limit: 20, windowSeconds: 1 }, () => clock.now())
  const counts = { asked: 0, refused: 0 }
  const tab = () => {
    const client = createCloseClient({
      fetch: async () => {
        counts.asked += 1
        await clock.sleep(25)
        const allowance = limiter.take('key', 'group')
        await clock.sleep(25)
        if (allowance.exceeded) counts.refused += 1
        return Response.json(
          {},
          { status: allowance.exceeded ? 429 : 200, headers: { ratelimit: rateHeader(allowance) } },
        )
      },
      baseUrl: 'http://close.test/api/v1',
      credential: () => ({ kind: 'api-key', secret: 'api_s3cret' }),
      clock,
    })
    sharePace(client.pacer, channels.open())
    return client
  }
  const path = '/activity/acti_0123456789abcdefABCDEF/'
  const work = async (client: ReturnType<typeof tab>) => {
    for (let count = 0; count < 60; count += 1) await client.get(path, [], { priority: 'background' })
  }
  const start = clock.now()
  const [first, second] = [tab(), tab()]
  await Promise.all([first, first, first, first, first, second, second, second, second, second].map(work))
  expect(counts.refused / counts.asked).toBeLessThanOrEqual(0.02)
  // Half a minute, of which a refusal in the beginning takes its share.
  expect((clock.now() - start) / 1000).toBeLessThan((600 / 20) * 1.25)
  const words = JSON.stringify(channels.said)
  expect(words).toContain('GET /activity/{id}/')
  expect(words).not.toMatch(/s3cret|acti_0123/)
})

test('news that is none is not believed', async () => {
  const clock = createTestClock()
  const pacer = createPacer(clock)
  let speak: (message: unknown) => void = () => {}
  sharePace(pacer, { post: () => {}, listen: (listener) => (speak = listener), close: () => {} })
  for (const message of [null, 1, 'paused', [], { kind: 'paused', until: NaN }, { kind: 'paused', until: '9' }])
    speak(message)
  for (const rate of [0, -1, NaN, '1']) speak({ kind: 'reduced', rate })
  speak({ kind: 'spent', group: 'x'.repeat(1000) })
  const start = clock.now()
  await pacer.enter(group, 'interactive')
  expect(clock.now() - start).toBe(0)
  speak({ kind: 'paused', until: Number.MAX_VALUE })
  await pacer.enter(group, 'interactive')
  expect(clock.now() - start).toBe(3_600_000)
})

describe('without the others', () => {
  test('a channel that cannot be had is done without', async () => {
    const pacer = createPacer(createTestClock())
    sharePace(pacer, null)()
    const broken = () => {
      throw new Error('closed')
    }
    sharePace(pacer, { post: broken, listen: () => {}, close: () => {} })
    await pacer.enter(group, 'interactive')
  })

  test('browsers without channels, or that refuse them, have none', () => {
    const original = globalThis.BroadcastChannel
    try {
      Reflect.deleteProperty(globalThis, 'BroadcastChannel')
      expect(openPaceChannel('close orga_1')).toBeNull()
    } finally {
      globalThis.BroadcastChannel = original
    }
    const [one, other] = [openPaceChannel('close orga_1'), openPaceChannel('close orga_1')]
    expect(one).not.toBeNull()
    one?.close()
    other?.close()
  })
})
