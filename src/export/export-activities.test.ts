import { describe, expect, test } from 'vitest'
import { createCloseClient } from '#client/close-client.ts'
import { toColumns, type ColumnContext } from '#core/activity/columns.ts'
import { idOnlyNames } from '#core/activity/names.ts'
import { parseCsv } from '#core/csv/rfc4180.test-support.ts'
import { emptyQuery } from '#core/query/activity-query.ts'
import { plan as planOf } from '#core/query/plan.ts'
import type { Stream } from '#core/query/plan-types.ts'
import { compareTimestamps, formatInstant, parseTimestamp, type Timestamp } from '#core/query/timestamp.ts'
import { createTestClock } from '#lib/test-clock.ts'
import { allColumns } from './all-columns.ts'
import { exportActivities, type ExportNeeds } from './export-activities.ts'
import { createMemorySink } from './memory-sink.ts'
import { lastLine } from './receipt.ts'
import type { Sink } from './sink.ts'

type Activity = Readonly<Record<string, unknown>>

const start = Date.UTC(2026, 10, 24, 9)

const dates = new WeakMap<Activity, Timestamp>()

function dateOf(activity: Activity): Timestamp {
  const known = dates.get(activity)
  if (known) return known
  const date = parseTimestamp(String(activity['date_created'])) ?? { seconds: 0, micros: 0 }
  dates.set(activity, date)
  return date
}

/** Newest first, three to a second, a few with microseconds. */
function activities(count: number): Activity[] {
  return Array.from({ length: count }, (_, index) => {
    const second = formatInstant(start / 1000 - 60 - Math.floor(index / 3))
    return {
      id: `acti_${index}`,
      _type: 'Note',
      note: `Note ${index}, "quoted"\nand broken`,
      lead_id: index % 7 === 0 ? null : `lead_${index % 5}`,
      date_created: second.replace('Z', index % 3 === 0 ? '.500001+00:00' : '+00:00'),
    }
  })
}

/** As much of Close as an export needs. */
function serve(
  list: () => readonly Activity[],
  before: (count: number, request: Request) => Response | null = () => null,
) {
  const pages: URL[] = []
  let others = 0
  const json = (value: unknown) => Response.json(value)
  async function respond(request: Request): Promise<Response> {
    const url = new URL(request.url)
    if (!url.pathname.startsWith('/activity/')) {
      others += 1
      if (request.method === 'POST') return respondToSearch(await request.json())
      return json({ id: 'x', display_name: `=Lead, ${url.pathname.split('/').at(-2)}` })
    }
    pages.push(url)
    return before(pages.length, request) ?? json(pageOf(url, list()))
  }
  function respondToSearch(body: { query: { queries: { queries?: { value: string }[] }[] } }) {
    const ids = body.query.queries[1]?.queries?.map(({ value }) => value) ?? []
    return json({ data: ids.map((id) => ({ __object_type: 'lead', id, display_name: `=Lead, ${id}` })), cursor: null })
  }
  return { respond, pages, others: () => others }
}

const isOn = {
  gt: (distance: number) => distance > 0,
  gte: (distance: number) => distance >= 0,
  lt: (distance: number) => distance < 0,
  lte: (distance: number) => distance <= 0,
}

function pageOf(url: URL, list: readonly Activity[]) {
  const at = (name: string) => parseTimestamp(url.searchParams.get(name) ?? '')
  const bounds = (['gt', 'gte', 'lt', 'lte'] as const).flatMap((name) => {
    const bound = at(`date_created__${name}`)
    return bound ? [{ name, bound }] : []
  })
  const skip = Number(url.searchParams.get('_skip') ?? 0)
  const limit = Number(url.searchParams.get('_limit') ?? 100)
  const fields = url.searchParams.get('_fields')?.split(',')
  const matching = list.filter((activity) =>
    bounds.every(({ name, bound }) => isOn[name](compareTimestamps(dateOf(activity), bound))),
  )
  const data = matching
    .slice(skip, skip + limit)
    .map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !fields || fields.includes(name))))
  return { data, has_more: matching.length > skip + limit }
}

const context: ColumnContext = { names: idOnlyNames, timeZone: 'Europe/Berlin', locale: 'en-GB', sort: 'date_created' }
const stream: Stream = {
  path: '/activity/',
  parameters: [['_fields', 'id']],
  sort: 'date_created',
  from: null,
  until: null,
  limit: 10,
}

function setUp(server: ReturnType<typeof serve>, over: Partial<ExportNeeds> = {}) {
  const clock = createTestClock(start)
  const client = createCloseClient({
    fetch: clock.holding(server.respond),
    baseUrl: 'http://close.test',
    credential: () => ({ kind: 'api-key', secret: 'api_test' }),
    clock,
  })
  const sink = createMemorySink()
  const needs: ExportNeeds = {
    client,
    plan: { status: 'ready', streams: [stream] },
    query: emptyQuery,
    columns: toColumns(['id', 'time', 'lead', 'summary']),
    profile: 'exact',
    context,
    sink,
    signal: new AbortController().signal,
    onProgress: () => {},
    clock,
    ...over,
  }
  return { needs, sink, clock }
}

function ids(text: string): readonly (string | undefined)[] {
  return parseCsv(text)
    .slice(1)
    .map(([id]) => id)
}

describe('an export', () => {
  test('holds every activity once, in order, at 25,001 rows', async () => {
    const list = activities(25_001)
    const { needs, sink } = setUp(serve(() => list))
    const receipt = await exportActivities(needs)
    expect(receipt).toMatchObject({ status: 'complete', why: null, error: null, rows: 25_001, anomalies: [] })
    expect(ids(sink.text())).toEqual(list.map(({ id }) => id))
    expect(receipt).toMatchObject({ first: list[0]?.['date_created'], last: list.at(-1)?.['date_created'] })
    expect(lastLine(receipt, 'en-GB')).toBe('25,001 activities')
  })

  test('asks for large pages, a last look for each window, and only for what it writes', async () => {
    const server = serve(() => activities(250))
    await exportActivities(setUp(server).needs)
    expect(server.pages).toHaveLength(3 + 2)
    expect(server.pages[0]?.searchParams.get('_limit')).toBe('100')
    const fields = server.pages[0]?.searchParams.get('_fields')?.split(',') ?? []
    expect(fields).toContain('note')
    expect(fields).not.toContain('remote_phone')
    expect(server.pages[0]?.searchParams.getAll('_fields')).toHaveLength(1)
  })

  test('names leads, asking once for each', async () => {
    const server = serve(() => activities(300))
    const { needs, sink } = setUp(server)
    await exportActivities(needs)
    expect(server.others()).toBe(1)
    expect(parseCsv(sink.text())[2]).toEqual([
      'acti_1',
      expect.any(String),
      'lead_1',
      '=Lead, lead_1',
      'Note 1, "quoted" and broken',
    ])
  })

  test('goes on without names when they cannot be had', async () => {
    const server = serve(() => activities(300))
    const respond = (request: Request) =>
      request.url.includes('/activity/') ? server.respond(request) : Promise.resolve(new Response('', { status: 500 }))
    const { needs, sink } = setUp({ ...server, respond })
    expect(await exportActivities(needs)).toMatchObject({ status: 'complete', rows: 300 })
    expect(parseCsv(sink.text())[2]?.slice(2, 4)).toEqual(['lead_1', ''])
  })

  test('for spreadsheets begins with a mark, guards formulas and gives both times', async () => {
    const { needs, sink } = setUp(
      serve(() => activities(2)),
      { profile: 'spreadsheet' },
    )
    await exportActivities(needs)
    expect(sink.text().startsWith('\ufeff')).toBe(true)
    const [header, , second] = parseCsv(sink.text().slice(1))
    expect(header).toEqual([
      'Activity ID',
      'Date created (Europe/Berlin)',
      'Date created UTC',
      'Lead',
      'Lead ID',
      'Summary',
    ])
    expect(second?.slice(1, 4)).toEqual(['2026-11-24 09:59:00', '2026-11-24T08:59:00Z', "'=Lead, lead_1"])
  })

  test('of nothing is a header', async () => {
    const { needs, sink } = setUp(serve(() => []))
    expect(await exportActivities(needs)).toMatchObject({ status: 'complete', rows: 0, first: null, last: null })
    expect(parseCsv(sink.text())).toHaveLength(1)
  })

  test('tells how far it has come', async () => {
    const seen: number[] = []
    const { needs } = setUp(
      serve(() => activities(250)),
      { onProgress: ({ rows }) => seen.push(rows) },
    )
    await exportActivities(needs)
    expect(seen.length).toBeGreaterThanOrEqual(3)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.at(-1)).toBe(250)
  })
})

describe('as of its start, an export', () => {
  const arrival = (id: string, over: Activity = {}): Activity => ({
    id,
    _type: 'Call',
    date_created: formatInstant(start / 1000 + 30),
    ...over,
  })

  test('leaves out what is created meanwhile', async () => {
    const list = activities(250)
    const server = serve(
      () => list,
      (count) => {
        if (count === 2) list.unshift(arrival('acti_new'))
        return null
      },
    )
    const { needs, sink } = setUp(server)
    expect(await exportActivities(needs)).toMatchObject({ status: 'complete', rows: 250 })
    expect(ids(sink.text())).not.toContain('acti_new')
  })

  test('keeps meetings, which are dated to when they begin, and counts who came late below them', async () => {
    const meeting = (index: number) =>
      arrival(`acti_m${index}`, { _type: 'Meeting', date_created: formatInstant(start / 1000 + 90_000 - index) })
    const list = [...Array.from({ length: 150 }, (_, index) => meeting(index)), ...activities(50)]
    const server = serve(
      () => list,
      (count) => {
        if (count === 2) list.splice(150, 0, arrival('acti_new'))
        return null
      },
    )
    const { needs, sink } = setUp(server)
    expect(await exportActivities(needs)).toMatchObject({ status: 'complete', rows: 200, late: 1 })
    expect(ids(sink.text())).not.toContain('acti_new')
  })

  test('hides nothing when this clock is behind Close’s', async () => {
    const list = activities(120).map((activity, index) => ({
      ...activity,
      date_created: formatInstant(start / 1000 + 600 - index),
    }))
    const { needs } = setUp(serve(() => list))
    expect(await exportActivities(needs)).toMatchObject({ status: 'complete', rows: 120, late: 0 })
  })
})

describe('an export that is stopped', () => {
  test('by its reader ends in whole lines, named partial', async () => {
    const stop = new AbortController()
    const { needs, sink } = setUp(
      serve(() => activities(1000)),
      {
        signal: stop.signal,
        onProgress: ({ rows }) => rows >= 300 && stop.abort(),
      },
    )
    const receipt = await exportActivities(needs)
    expect(receipt).toMatchObject({ status: 'partial', why: 'The export was cancelled.' })
    expect(receipt.fileName).toMatch(/\.partial\.csv$/)
    expect(ids(sink.text())).toHaveLength(receipt.rows)
    expect(receipt.rows).toBeLessThan(1000)
    expect(lastLine(receipt, 'en-GB')).toContain('not all of them')
  })

  test('after its last page is complete all the same', async () => {
    const stop = new AbortController()
    const onProgress = () => stop.abort()
    const { needs } = setUp(
      serve(() => activities(50)),
      { signal: stop.signal, onProgress },
    )
    expect(await exportActivities(needs)).toMatchObject({ status: 'complete', rows: 50 })
  })

  test('by Close keeps what there is and says why', async () => {
    const refuse = (count: number) => (count === 3 ? Response.json({ error: 'Unauthorized' }, { status: 401 }) : null)
    const { needs, sink } = setUp(serve(() => activities(1000), refuse))
    const receipt = await exportActivities(needs)
    expect(receipt).toMatchObject({ status: 'partial', error: { kind: 'unauthorized' } })
    expect(receipt.why).toContain('Connect again')
    expect(ids(sink.text())).toHaveLength(receipt.rows)
  })

  test('by a full disk says so', async () => {
    let writes = 0
    const full: Sink = {
      write: async () => {
        writes += 1
        if (writes === 3) throw new Error('No space left.')
      },
      finish: async (name) => name,
    }
    const receipt = await exportActivities(
      setUp(
        serve(() => activities(1000)),
        { sink: full },
      ).needs,
    )
    expect(receipt).toMatchObject({ status: 'partial', why: 'No space left.' })
  })

  test('by an answer that makes no sense is not called complete', async () => {
    const server = serve(() => activities(50).toReversed())
    const receipt = await exportActivities(setUp(server).needs)
    expect(receipt.status).toBe('partial')
    expect(receipt.why).toContain('out of order')
  })

  test('by nothing goes on after refusals, server errors and lost connections', async () => {
    const trouble = (count: number) => {
      if (count === 2) return new Response('{}', { status: 429, headers: { 'retry-after': '3' } })
      if (count === 4) return new Response('<h1>Bad gateway</h1>', { status: 502 })
      return count === 6 ? new Response('{"data": [', { headers: { 'content-type': 'application/json' } }) : null
    }
    const list = activities(1000)
    const { needs, sink } = setUp(serve(() => list, trouble))
    expect(await exportActivities(needs)).toMatchObject({ status: 'complete', rows: 1000 })
    expect(ids(sink.text())).toEqual(list.map(({ id }) => id))
  })
})

test('several streams become one file in date order', async () => {
  const list = activities(500)
  const [even, odd] = [0, 1].map((rest) => list.filter((_, index) => Math.floor(index / 3) % 2 === rest))
  const server = serve(() => [])
  const respond = async (request: Request) => {
    const url = new URL(request.url)
    if (url.pathname === '/activity/call/') return Response.json(pageOf(url, even ?? []))
    if (url.pathname === '/activity/email/') return Response.json(pageOf(url, odd ?? []))
    return server.respond(request)
  }
  const { needs, sink } = setUp(
    { ...server, respond },
    {
      plan: {
        status: 'ready',
        streams: [
          { ...stream, path: '/activity/call/' },
          { ...stream, path: '/activity/email/' },
        ],
      },
    },
  )
  expect(await exportActivities(needs)).toMatchObject({ status: 'complete', rows: 500 })
  expect(ids(sink.text())).toEqual(list.map(({ id }) => id))
})

test('the file’s name says what, from when to when, where and when taken', async () => {
  const window = {
    from: { at: Date.UTC(2026, 1, 28, 23) / 1000, inclusive: true },
    until: { at: Date.UTC(2026, 2, 31, 22) / 1000, inclusive: false },
  }
  const { needs } = setUp(
    serve(() => []),
    {
      plan: { status: 'ready', streams: [{ ...stream, ...window }] },
      query: { ...emptyQuery, resource: 'call', leadIds: ['lead_1'] },
      context: { ...context, names: { ...idOnlyNames, lead: () => '../Grün & Söhne / "GmbH"\n' } },
    },
  )
  expect((await exportActivities(needs)).fileName).toBe(
    'close-activities_calls-grun-sohne-gmbh_2026-03-01_2026-03-31_Europe-Berlin_20261124T090000Z.csv',
  )
})

test('all columns are those a list can fill, with the custom fields where it can hold them', () => {
  const types = [
    { id: 'actitype_1', name: 'Visit', archived: false, fields: [{ id: 'cf_1', name: 'Stage', type: 'text' }] },
  ]
  expect(allColumns('', types).map(({ id }) => id)).toContain('custom.cf_1')
  expect(allColumns('note', types).map(({ id }) => id)).not.toContain('custom.cf_1')
  expect(allColumns('note').map(({ id }) => id)).not.toContain('duration')
})

test('refinements leave rows out of the file, and the receipt says which and how many', async () => {
  const all = activities(250)
  const query = { ...emptyQuery, loadedText: 'note 1' }
  const ready = planOf(query, { timeZone: 'UTC', now: start })
  if (ready.status === 'blocked') throw new Error('blocked')
  const { needs, sink } = setUp(
    serve(() => all),
    {
      query,
      plan: ready,
      columns: toColumns(['id']),
    },
  )
  const receipt = await exportActivities(needs)
  const kept = all.filter(({ note }) => String(note).startsWith('Note 1')).map(({ id }) => id)
  expect(ids(sink.text())).toEqual(kept)
  expect(receipt).toMatchObject({
    status: 'complete',
    rows: kept.length,
    refined: 250 - kept.length,
    refinements: ['Text contains “note 1”'],
    late: 0,
  })
})
