/** Rows that lie exactly on the edge of a period, asked of the sandbox. */
import { expect, test } from 'vitest'
import { createSandbox } from '#sandbox/app.ts'
import { plan } from './plan.ts'
import { parseSearch } from './search-params.ts'
import { advance, type Cursor, firstCursor, requestOf } from './walk.ts'

const noon = Date.UTC(2026, 8, 15, 12)
const sandbox = createSandbox({ size: 0, clock: () => noon, liveEvery: 0, rate: null })

/** Of Berlin's 31 August and 1 September 2026. */
const [firstMoment, lastMicrosecond, nextMidnight, lastOfNext] = sandbox.truth.insert(
  ...[
    '2026-08-30T22:00:00.000000+00:00',
    '2026-08-31T21:59:59.999999+00:00',
    '2026-08-31T22:00:00.000000+00:00',
    '2026-09-01T21:59:59.500000+00:00',
  ].map((dateCreated) => ({ dateCreated })),
)

/** What a link to the notes shows, with pages of one row. */
async function shownBy(period: string): Promise<readonly unknown[]> {
  const planned = plan(parseSearch(`resource=note&_limit=1&tz=Europe/Berlin&${period}`).query, {
    timeZone: 'UTC',
    now: noon,
  })
  if (planned.status === 'blocked') throw new Error(planned.violations[0].reason)
  const [stream] = planned.streams
  const ids: unknown[] = []
  for (let cursor: Cursor | null = firstCursor(); cursor;) {
    const { path, parameters } = requestOf(stream, cursor)
    const search = new URLSearchParams(parameters.map(([name, value]) => [name, value]))
    const headers = { authorization: `Basic ${btoa('api_edge:')}` }
    const response = await sandbox.fetch(new Request(`http://localhost/sandbox/api/v1${path}?${search}`, { headers }))
    const { data, has_more: hasMore } = (await response.json()) as { data: []; has_more: boolean }
    const step = advance(stream, cursor, { data, hasMore })
    ids.push(...step.activities.map(({ id }) => id))
    cursor = step.next
  }
  return ids
}

test('the end day of a period is in it, to the last microsecond before midnight', async () => {
  expect(await shownBy('date_created__gte=2026-08-31&date_created__lte=2026-08-31')).toEqual([
    lastMicrosecond,
    firstMoment,
  ])
})

test('a period “from” a day begins with the first moment of that day', async () => {
  expect(await shownBy('date_created__gte=2026-09-01&date_created__lte=2026-09-02')).toEqual([lastOfNext, nextMidnight])
})

test('a row exactly on the boundary of two periods is in one of them, and in one only', async () => {
  const august = await shownBy('date_created__gte=2026-08-31&date_created__lt=2026-08-31T22:00:00Z')
  const september = await shownBy('date_created__gte=2026-08-31T22:00:00Z&date_created__lte=2026-09-01')
  expect([...september, ...august]).toEqual([lastOfNext, nextMidnight, lastMicrosecond, firstMoment])
})
