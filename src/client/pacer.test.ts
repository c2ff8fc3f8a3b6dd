import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Clock } from '#lib/clock.ts'
import { createTestClock } from '#lib/test-clock.ts'
import { createLimiter, rateHeader, type Allowance } from '#sandbox/rate.ts'
import { createCloseClient, type CloseClient } from './close-client.ts'
import { CloseError } from './errors.ts'
import type { PacePriority } from './pace-queue.ts'
import { createPacer } from './pacer.ts'
import { rateLimitOf, waitSecondsOf } from './rate-limit.ts'

const json = (headers: Readonly<Record<string, string>>, status: number) => Response.json({}, { status, headers })

function clientOf(
  clock: ReturnType<typeof createTestClock>,
  fetch: (request: Request) => Promise<Response>,
): CloseClient {
  return createCloseClient({
    fetch,
    baseUrl: 'http://close.test/api/v1',
    credential: () => ({ kind: 'api-key', secret: 'api_test' }),
    clock,
    random: () => 0.5,
  })
}

/** So many in a row, each by whichever worker is free. */
async function ask(client: CloseClient, count: number, workers: number, priority: PacePriority, path = '/activity/') {
  let left = count
  const work = async () => {
    for (; left > 0;) {
      left -= 1
      await client.get(path, [], { priority }).catch((error: unknown) => expect(error).toBeInstanceOf(CloseError))
    }
  }
  await Promise.all(Array.from({ length: workers }, work))
}

/** Numbers that follow from a seed, from 0 up to 1. */
function randomOf(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

describe('an announced wait', () => {
  const seconds = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.double({ min: 0, max: 12, noNaN: true }))
  const refusal = seconds.chain((value) =>
    fc.constantFrom<Record<string, string>>(
      { ratelimit: `limit=20, remaining=0, reset=${value.toFixed(2)}`, 'retry-after': String(Math.ceil(value)) },
      { ratelimit: `"default";r=0;t=${Math.ceil(value)}` },
      { 'ratelimit-reset': value.toFixed(1) },
      { 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': value.toFixed(3) },
      { 'retry-after': String(Math.ceil(value)) },
      { 'retry-after': 'soon' },
      {},
    ),
  )
  const answer = fc.oneof(
    { weight: 3, arbitrary: fc.record({ status: fc.constant(429), headers: refusal }) },
    { weight: 1, arbitrary: fc.constant({ status: 503, headers: {} }) },
    { weight: 6, arbitrary: fc.constant({ status: 200, headers: {} }) },
    {
      weight: 6,
      arbitrary: fc.tuple(fc.nat(30), seconds).map(([remaining, reset]) => ({
        status: 200,
        headers: { ratelimit: `limit=30, remaining=${remaining}, reset=${reset.toFixed(2)}` },
      })),
    },
  )
  const fine = { answer: { status: 200, headers: {} }, latency: 0 }
  const script = fc.array(fc.record({ answer, latency: fc.nat(400) }), { minLength: 100, maxLength: 100 })

  /** Tells whether a request that begins now begins inside a wait that was announced before. */
  function announcements(clock: Clock) {
    let told = 0
    let until = 0
    return {
      hear(headers: Readonly<Record<string, string>>) {
        told = clock.now()
        until = Math.max(until, told + waitSecondsOf(new Headers(headers), told) * 1000)
      },
      isOn: () => clock.now() > told && clock.now() < until,
    }
  }

  test('holds back every request, whatever 10,000 answers say', async () => {
    let answered = 0
    await fc.assert(
      fc.asyncProperty(script, async (answers) => {
        const clock = createTestClock(undefined, 3)
        const pacer = createPacer(clock)
        const wait = announcements(clock)
        const left = [...answers]
        const work = async (group: string, priority: PacePriority) => {
          for (let next = left.pop(); next; next = left.pop()) {
            const pass = await pacer.enter(group, priority)
            expect(wait.isOn()).toBe(false)
            await clock.sleep(next.latency)
            const { status, headers } = next.answer
            if (status === 429) wait.hear(headers)
            pass.hear(rateLimitOf(new Headers(headers), clock.now()))
            if (status === 429) pass.refused(waitSecondsOf(new Headers(headers), clock.now()))
            answered += 1
          }
        }
        const six = ['background', 'background', 'background', 'background', 'interactive', 'interactive'] as const
        await Promise.all(six.map((priority) => work(priority, priority)))
        expect(pacer.getSnapshot()).toEqual({ waitingUntil: null, reason: null })
      }),
      { numRuns: 100 },
    )
    expect(answered).toBeGreaterThanOrEqual(10_000)
  })

  test('holds back a client’s requests and their repetitions', async () => {
    await fc.assert(
      fc.asyncProperty(script, async (answers) => {
        const clock = createTestClock()
        const wait = announcements(clock)
        let asked = 0
        const client = clientOf(clock, async () => {
          expect(wait.isOn()).toBe(false)
          const { answer, latency } = answers[asked % answers.length] ?? fine
          asked += 1
          await clock.sleep(latency)
          if (answer.status === 429) wait.hear(answer.headers)
          return json(answer.headers, answer.status)
        })
        await Promise.all([ask(client, 30, 4, 'background'), ask(client, 20, 2, 'interactive', '/me/')])
        expect(asked).toBeGreaterThanOrEqual(50)
      }),
      { numRuns: 6 },
    )
  })

  test('of one kind of request does not hold back another, unless it is a refusal', async () => {
    const clock = createTestClock()
    const client = clientOf(clock, async () => json({ ratelimit: 'limit=1, remaining=0, reset=5' }, 200))
    const start = clock.now()
    await client.get('/activity/')
    await client.get('/me/')
    expect(clock.now() - start).toBe(0)
    await client.get('/activity/')
    expect(clock.now() - start).toBe(5000)
  })

  test('is counted down to', async () => {
    const clock = createTestClock()
    const client = clientOf(clock, async () => json({ ratelimit: 'limit=1, remaining=0, reset=5' }, 200))
    const seen: (number | null)[] = []
    const start = clock.now()
    client.pacer.subscribe(() => seen.push(client.pacer.getSnapshot().waitingUntil))
    await client.get('/activity/')
    await client.get('/activity/')
    expect(seen).toEqual([start + 5000, null])
  })
})

/** A server with an allowance; requests and answers take their time on the way. */
function limited(form: (allowance: Allowance) => Record<string, string>, limit = 20, windowSeconds = 1, others = 0) {
  const clock = createTestClock(undefined, 3)
  const limiter = createLimiter({ limit, windowSeconds }, () => clock.now())
  const random = randomOf(limit)
  const counts = { asked: 0, refused: 0 }
  const client = clientOf(clock, async () => {
    counts.asked += 1
    const way = 10 + random() * 30
    await clock.sleep(way)
    for (let other = random(); other < others; other += 1) limiter.take('key', 'group')
    const allowance = limiter.take('key', 'group')
    await clock.sleep(way)
    if (allowance.exceeded) counts.refused += 1
    return json(form(allowance), allowance.exceeded ? 429 : 200)
  })
  return { clock, client, counts, rate: limit / windowSeconds }
}

const forms: Readonly<Record<string, (allowance: Allowance) => Record<string, string>>> = {
  'Close’s': (allowance) => ({ ratelimit: rateHeader(allowance) }),
  'the draft’s, in whole seconds': ({ remaining, reset }) => ({
    ratelimit: `"key";r=${remaining};t=${Math.ceil(reset)}`,
  }),
  deprecated: ({ limit, remaining, reset }) => ({
    'x-rate-limit-limit': String(limit),
    'x-rate-limit-remaining': String(remaining),
    'x-rate-limit-reset': String(reset),
  }),
}

describe('within an announced limit', () => {
  const cases = Object.keys(forms).flatMap((form) => [
    { form, limit: 20, seconds: 1 },
    { form, limit: 240, seconds: 8 },
    { form, limit: 3, seconds: 2 },
  ])

  test.each(cases)('$limit in $seconds s, header $form: 6 workers use it and are not refused', async (given) => {
    const { clock, client, counts, rate } = limited(forms[given.form] ?? (() => ({})), given.limit, given.seconds)
    await ask(client, given.limit * 5, 6, 'background')
    Object.assign(counts, { asked: 0, refused: 0 })
    const start = clock.now()
    const count = given.limit * Math.ceil(40 / given.seconds)
    await ask(client, count, 6, 'background')
    const floor = (count / rate) * 1000
    expect(counts.refused / counts.asked).toBeLessThanOrEqual(0.02)
    expect((clock.now() - start) / floor).toBeLessThan(1.15)
  })

  test('that others use as well, few requests are refused', async () => {
    const { client, counts } = limited(forms['Close’s'] ?? (() => ({})), 20, 1, 0.5)
    await ask(client, 600, 6, 'background')
    expect(counts.refused / counts.asked).toBeLessThanOrEqual(0.02)
  })
})

test('a limit that nobody announces is found by refusals, which stay few', async () => {
  const { clock, client, counts, rate } = limited(() => ({}))
  await ask(client, 200, 6, 'background')
  const [start, before] = [clock.now(), { ...counts }]
  await ask(client, 2000, 6, 'background')
  const asked = counts.asked - before.asked
  expect((counts.refused - before.refused) / asked).toBeLessThanOrEqual(0.02)
  expect((clock.now() - start) / ((2000 / rate) * 1000)).toBeLessThan(1.6)
})

test('without a limit nothing is slowed down', async () => {
  const clock = createTestClock()
  const client = clientOf(clock, async () => {
    await clock.sleep(50)
    return json({}, 200)
  })
  const start = clock.now()
  await ask(client, 600, 6, 'background')
  expect(clock.now() - start).toBe(5000)
})

test('somebody who looks at the screen does not wait behind an export', async () => {
  const { clock, client } = limited(forms['Close’s'] ?? (() => ({})))
  let done = false
  const exporting = ask(client, 400, 12, 'background').then(() => (done = true))
  const waits: number[] = []
  for (let count = 0; count < 40; count += 1) {
    const start = clock.now()
    await client.get('/activity/')
    waits.push(clock.now() - start)
    await clock.sleep(200)
  }
  expect(done).toBe(false)
  const slow = waits.filter((wait) => wait > 200)
  expect(slow.length).toBeLessThanOrEqual(4)
  await exporting
})

test('a refusal halves the pace, and quiet intervals bring it back', async () => {
  const clock = createTestClock()
  const pacer = createPacer(clock)
  const { signal } = new AbortController()
  for (let count = 0; count < 20; count += 1) await pacer.enter('GET /activity/', 'interactive', signal)
  const pass = await pacer.enter('GET /activity/', 'interactive', signal)
  pass.hear({ limit: 20, remaining: 0, reset: 1, window: null })
  pass.refused(1)
  const perSecond = async () => {
    const until = clock.now() + 1000
    let count = 0
    for (; clock.now() < until; count += 1) {
      const { hear } = await pacer.enter('GET /activity/', 'background', signal)
      hear({ limit: 20, remaining: 19 - count, reset: (until - clock.now()) / 1000, window: null })
    }
    return count
  }
  const rates = []
  for (let second = 0; second < 14; second += 1) rates.push(await perSecond())
  expect(rates[1]).toBeLessThanOrEqual(12)
  expect(rates.at(-1)).toBeGreaterThanOrEqual(18)
})

test('after a wait, somebody who looks at the screen goes before an export', async () => {
  const clock = createTestClock()
  const pacer = createPacer(clock)
  const order: string[] = []
  pacer.pause(1000)
  const enter = (priority: PacePriority) => pacer.enter('GET /activity/', priority).then(() => order.push(priority))
  await Promise.all([enter('background'), enter('background'), enter('interactive')])
  expect(order).toEqual(['interactive', 'background', 'background'])
})
