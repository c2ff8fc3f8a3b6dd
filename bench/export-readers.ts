/** Three ways to read everything: the export, offset paging in a row, and a pool of five that reads day by day. */
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCloseClient } from '#client/close-client.ts'
import { toColumns } from '#core/activity/columns.ts'
import { idOnlyNames } from '#core/activity/names.ts'
import { emptyQuery } from '#core/query/activity-query.ts'
import { exportActivities } from '#export/export-activities.ts'
import type { Sink } from '#export/sink.ts'
import { systemClock } from '#lib/clock.ts'

export type ReaderName = 'export' | 'skip' | 'days'

export interface Outcome {
  /** Different activities. */
  readonly rows: number
  readonly requests: number
  readonly refused: number
  readonly seconds: number
  readonly peakMegabytes: number
}

interface Needs {
  readonly reader: ReaderName
  readonly port: number
}

export async function read({ reader, port }: Needs): Promise<Outcome> {
  const counted = createCounted()
  const baseUrl = `http://127.0.0.1:${port}/sandbox/api/v1`
  const start = performance.now()
  const rows = await readers[reader](baseUrl, counted.fetch)
  const seconds = (performance.now() - start) / 1000
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  return { rows, ...counted.counts(), seconds, peakMegabytes }
}

type Fetch = (request: Request) => Promise<Response>

function createCounted() {
  let requests = 0
  let refused = 0
  return {
    fetch: async (request: Request): Promise<Response> => {
      requests += 1
      const response = await fetch(request)
      if (response.status === 429) refused += 1
      return response
    },
    counts: () => ({ requests, refused }),
  }
}

const fields = ['id', 'time', 'type', 'user', 'summary']

/** Without names, which need requests of another kind. */
async function exported(baseUrl: string, fetch: Fetch): Promise<number> {
  const client = createCloseClient({
    fetch,
    baseUrl,
    credential: () => ({ kind: 'api-key', secret: 'api_bench' }),
    clock: systemClock,
  })
  const path = join(tmpdir(), `bench-export-${process.pid}.csv`)
  const sink = await fileSink(path)
  const stream = {
    path: '/activity/',
    parameters: [],
    sort: 'date_created',
    from: null,
    until: null,
    limit: 100,
  } as const
  try {
    const { status, why, rows } = await exportActivities({
      client,
      plan: { status: 'ready', streams: [stream] },
      query: emptyQuery,
      columns: toColumns(fields),
      profile: 'exact',
      context: { names: idOnlyNames, timeZone: 'UTC', locale: 'en-GB', sort: 'date_created' },
      sink,
      signal: new AbortController().signal,
      onProgress: () => {},
      clock: systemClock,
    })
    if (status !== 'complete') throw new Error(why ?? status)
    return rows
  } finally {
    await rm(path, { force: true })
  }
}

async function fileSink(path: string): Promise<Sink> {
  const file = await open(path, 'w')
  return {
    write: async (content: string | Uint8Array) => {
      await (typeof content === 'string' ? file.write(content) : file.write(content))
    },
    finish: async (fileName) => {
      await file.close()
      return fileName
    },
  }
}

interface Page {
  readonly data: readonly { readonly id: string; readonly date_created: string }[]
  readonly has_more: boolean
}

/** A page, waiting as a refusal says and asking again, and nothing more. */
async function pageOf(baseUrl: string, fetch: Fetch, parameters: Record<string, string>): Promise<Page> {
  const search = new URLSearchParams({ _fields: 'id,date_created', _limit: '100', ...parameters })
  const headers = { authorization: `Basic ${btoa('api_bench:')}` }
  for (;;) {
    const response = await fetch(new Request(`${baseUrl}/activity/?${search}`, { headers }))
    if (response.ok) return (await response.json()) as Page
    await response.arrayBuffer()
    const reset = /reset=([\d.]+)/.exec(response.headers.get('ratelimit') ?? '')?.[1]
    await systemClock.sleep(Number(reset ?? 1) * 1000)
  }
}

async function allPages(baseUrl: string, fetch: Fetch, within: Record<string, string>, ids: Set<string>) {
  for (let skip = 0, more = true; more; skip += 100) {
    const page = await pageOf(baseUrl, fetch, { ...within, _skip: String(skip) })
    for (const { id } of page.data) ids.add(id)
    more = page.has_more
  }
}

async function bySkip(baseUrl: string, fetch: Fetch): Promise<number> {
  const ids = new Set<string>()
  await allPages(baseUrl, fetch, {}, ids)
  return ids.size
}

const dayMs = 86_400_000

/** As the scripts that Close publishes: five at a time, a day each. */
async function byDays(baseUrl: string, fetch: Fetch): Promise<number> {
  const ids = new Set<string>()
  // Over the 24 months that the sandbox holds, and the meetings to come.
  const days = Array.from({ length: 860 }, (_, index) => Date.now() + (100 - index) * dayMs)
  const text = (at: number) => `${new Date(at).toISOString().slice(0, 10)}T00:00:00Z`
  const work = async () => {
    for (let day = days.shift(); day !== undefined; day = days.shift()) {
      await allPages(baseUrl, fetch, { date_created__gte: text(day), date_created__lt: text(day + dayMs) }, ids)
    }
  }
  await Promise.all(Array.from({ length: 5 }, work))
  return ids.size
}

const readers: Readonly<Record<ReaderName, (baseUrl: string, fetch: Fetch) => Promise<number>>> = {
  export: exported,
  skip: bySkip,
  days: byDays,
}
