import { expect, test } from 'vitest'
import type { Stream } from '#core/query/plan-types.ts'
import { createTestClock } from '#lib/test-clock.ts'
import { createCloseClient } from './close-client.ts'
import { fetchMessagesByThread } from './matching-messages.ts'

const stream: Stream = {
  path: '/activity/email/',
  parameters: [],
  sort: 'date_created',
  from: null,
  until: null,
  limit: 100,
}

/** A list of so many messages, one a minute, ten to a thread, a hundred to a page. */
function listOf(count: number) {
  const clock = createTestClock()
  const all = Array.from({ length: count }, (_, i) => ({
    id: `m${i}`,
    _type: 'Email',
    thread_id: i % 50 === 0 ? null : `t${Math.floor(i / 10)}`,
    date_created: new Date(Date.UTC(2026, 0, 1) - i * 60_000).toISOString(),
  }))
  let requests = 0
  const client = createCloseClient({
    fetch: clock.holding(async (request: Request) => {
      requests += 1
      const bound = new URL(request.url).searchParams.get('date_created__lte')
      const rest = all.filter(({ date_created: date }) => bound === null || Date.parse(date) <= Date.parse(bound))
      return Response.json({ data: rest.slice(0, 100), has_more: rest.length > 100 })
    }),
    baseUrl: 'http://close.test',
    credential: () => ({ kind: 'api-key', secret: 'api_test' }),
    clock,
  })
  return { client, requests: () => requests }
}

test('messages are listed under their threads; those without one are left out', async () => {
  const { client } = listOf(120)
  const threads = await fetchMessagesByThread(client, stream)
  expect(threads?.size).toBe(12)
  expect(threads?.get('t0')).toEqual(new Set(Array.from({ length: 9 }, (_, i) => `m${i + 1}`)))
  expect(threads?.get('t1')?.size).toBe(10)
})

test('of a list longer than three requests tell, nothing is said', async () => {
  const { client, requests } = listOf(1000)
  expect(await fetchMessagesByThread(client, stream)).toBeNull()
  expect(requests()).toBe(3)
})
