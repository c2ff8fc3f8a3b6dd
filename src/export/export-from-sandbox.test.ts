import { describe, expect, test } from 'vitest'
import { fetchActivityPage } from '#client/activity-pages.ts'
import { createCloseClient } from '#client/close-client.ts'
import {
  fetchContactNames,
  fetchCustomActivityTypes,
  fetchLeadNames,
  fetchLeadStatuses,
  fetchMe,
  fetchOutcomes,
  fetchUsers,
  searchLeads,
} from '#client/directory.ts'
import { columns, toColumns } from '#core/activity/columns.ts'
import { idOnlyNames } from '#core/activity/names.ts'
import { toRow } from '#core/activity/row.ts'
import { parseCsv } from '#core/csv/rfc4180.test-support.ts'
import { emptyQuery } from '#core/query/activity-query.ts'
import type { Stream } from '#core/query/plan-types.ts'
import { createTestClock } from '#lib/test-clock.ts'
import { createSandbox, type SandboxOptions } from '#sandbox/app.ts'
import { exportActivities, type ExportNeeds } from './export-activities.ts'
import { createMemorySink } from './memory-sink.ts'

const noon = Date.UTC(2026, 10, 24, 12)

function connect(options: SandboxOptions) {
  const clock = createTestClock(noon)
  const sandbox = createSandbox({ clock: () => noon, rateClock: () => clock.now(), ...options })
  const client = createCloseClient({
    fetch: clock.holding((request) => sandbox.fetch(request)),
    baseUrl: 'http://localhost/sandbox/api/v1',
    credential: () => ({ kind: 'api-key', secret: 'api_sandbox' }),
    clock,
  })
  return { client, clock, sandbox }
}

type Connected = ReturnType<typeof connect>

/** Offset paging, another way than the walk's, loses nothing while nothing changes. */
async function idsByOffset({ client }: Connected, path: string): Promise<readonly unknown[]> {
  const ids: unknown[] = []
  for (let more = true; more;) {
    const parameters = [['_fields', 'id'] as const, ['_skip', String(ids.length)] as const]
    const page = await fetchActivityPage(client, { path, parameters })
    ids.push(...page.data.map(({ id }) => id))
    more = page.hasMore
  }
  return ids
}

async function exported({ client, clock }: Connected, stream: Partial<Stream>, over: Partial<ExportNeeds> = {}) {
  const sink = createMemorySink()
  const whole: Stream = {
    path: '/activity/',
    parameters: [],
    sort: 'date_created',
    from: null,
    until: null,
    limit: 100,
  }
  const receipt = await exportActivities({
    client,
    plan: { status: 'ready', streams: [{ ...whole, ...stream }] },
    query: emptyQuery,
    columns: toColumns(['id', 'time', 'type', 'lead', 'contact', 'user', 'summary']),
    profile: 'exact',
    context: { names: idOnlyNames, timeZone: 'Europe/Berlin', locale: 'en-GB', sort: 'date_created' },
    sink,
    signal: new AbortController().signal,
    onProgress: () => {},
    clock,
    ...over,
  })
  return { receipt, text: sink.text() }
}

test('an export holds exactly the activities that the sandbox has, in its order', async () => {
  const connected = connect({ size: 5000 })
  const { receipt, text } = await exported(connected, {}, { columns: toColumns(['id', 'time', 'type', 'summary']) })
  const ids = parseCsv(text)
    .slice(1)
    .map(([id]) => id)
  expect(receipt).toMatchObject({ status: 'complete', rows: ids.length })
  expect(ids.length).toBeGreaterThan(4000)
  expect(ids).toEqual(await idsByOffset(connected, '/activity/'))
})

test('an export waits for the rate limit and still holds everything', async () => {
  const connected = connect({ size: 2000, rate: { limit: 3, windowSeconds: 2 } })
  const { receipt, text } = await exported(connected, { path: '/activity/call/' })
  expect(receipt.status).toBe('complete')
  expect(connected.clock.now()).toBeGreaterThan(noon)
  const ids = parseCsv(text)
    .slice(1)
    .map(([id]) => id)
  expect(ids).toEqual(await idsByOffset(connected, '/activity/call/'))
})

test.each(['exact', 'spreadsheet'] as const)('every column of every type can be written: %s', async (profile) => {
  const connected = connect({ size: 3000 })
  const { receipt, text } = await exported(connected, {}, { columns, profile })
  const [header = [], ...records] = parseCsv(text.replace(/^\ufeff/, ''))
  expect(records).toHaveLength(receipt.rows)
  expect(records.every((record) => record.length === header.length)).toBe(true)
  const at = header.indexOf(profile === 'exact' ? 'lead_name' : 'Lead')
  const named = records.filter((record) => record[at] !== '')
  expect(named.length).toBeGreaterThan(records.length / 2)
})

test('every activity of the sandbox has a summary', async () => {
  const { client } = connect({ size: 3000 })
  const { data } = await fetchActivityPage(client, { path: '/activity/', parameters: [['_skip', '500']] })
  const silent = data.map((wire) => toRow(wire)).filter(({ summary }) => summary === '')
  expect(silent.map(({ type }) => type)).toEqual([])
})

test('the directory reads the sandbox’s organization', async () => {
  const { client } = connect({ size: 3000 })
  const users = await fetchUsers(client)
  expect((await fetchMe(client)).organization.name).not.toBe('')
  expect(users.filter(({ active }) => active).length).toBeGreaterThan(20)
  expect(users.filter(({ active }) => !active).length).toBeGreaterThan(0)
  expect((await fetchCustomActivityTypes(client)).some(({ archived }) => archived)).toBe(true)
  expect((await fetchOutcomes(client)).length).toBeGreaterThan(0)
  expect((await fetchLeadStatuses(client)).length).toBeGreaterThan(0)
})

test('names of leads and contacts come from the sandbox in one request of each kind', async () => {
  const { client } = connect({ size: 3000 })
  const { data } = await fetchActivityPage(client, { path: '/activity/', parameters: [['_skip', '200']] })
  const rows = data.map((wire) => toRow(wire))
  const leadIds = rows.flatMap(({ leadId }) => leadId ?? [])
  const contactIds = rows.flatMap(({ contactId }) => contactId ?? [])
  expect((await fetchLeadNames(client, leadIds)).size).toBe(new Set(leadIds).size)
  expect((await fetchContactNames(client, contactIds)).size).toBe(new Set(contactIds).size)
})

test('a lead is found by how its name begins', async () => {
  const { client } = connect({ size: 1000 })
  const [lead] = await searchLeads(client, '')
  expect((await searchLeads(client, lead?.name.slice(0, 4) ?? '')).length).toBeGreaterThan(0)
})

describe('a list with conversations', () => {
  const idsIn = (text: string) =>
    parseCsv(text)
      .slice(1)
      .map(([id]) => id)

  async function facts() {
    const connected = connect({ size: 4000 })
    const { data } = await fetchActivityPage(connected.client, {
      path: '/activity/emailthread/',
      parameters: [['_limit', '1']],
    })
    const lead = String(data[0]?.['lead_id'])
    const rows = connected.sandbox.truth.all().filter(({ leadId }) => leadId === lead)
    const threads = new Set(rows.filter(({ type }) => type === 'EmailThread').map(({ id }) => id))
    return { connected, lead, rows, threads }
  }

  test.each(['true', 'only'])('is written by conversations, each once: thread_emails=%s', async (value) => {
    const { connected, lead, rows, threads } = await facts()
    const parameters = [
      ['lead_id', lead],
      ['thread_emails', value],
    ] as const
    const { receipt, text } = await exported(connected, { parameters }, { lines: 'conversations' })
    const wanted = rows.filter(
      ({ type, threadId }) => type !== 'Email' || (value === 'true' && !threads.has(threadId ?? '')),
    )
    expect(idsIn(text)).toEqual(wanted.map(({ id }) => id))
    expect(receipt).toMatchObject({ status: 'complete', rows: wanted.length, late: 0 })
  })

  test.each(['true', 'only'])('is written by messages, each once: thread_emails=%s', async (value) => {
    const { connected, lead, rows, threads } = await facts()
    const parameters = [
      ['lead_id', lead],
      ['thread_emails', value],
    ] as const
    const { receipt, text } = await exported(connected, { parameters }, { lines: 'messages' })
    const wanted = rows.filter(
      ({ type, threadId }) =>
        type !== 'EmailThread' && (value === 'true' || type !== 'Email' || threads.has(threadId ?? '')),
    )
    expect(idsIn(text)).toEqual(wanted.map(({ id }) => id))
    expect(receipt).toMatchObject({ status: 'complete', rows: wanted.length })
  })

  test('only messages of the threads that the filters find are written', async () => {
    const { connected, lead, rows, threads } = await facts()
    const newest = rows.filter(({ type }) => type === 'EmailThread')
    const until = newest[Math.floor(newest.length / 2)]?.created ?? 0
    const at = Math.floor(until / 1e6)
    const stream = {
      parameters: [
        ['lead_id', lead],
        ['thread_emails', 'only'],
      ] as const,
      until: { at, inclusive: true },
    }
    const { text } = await exported(connected, stream, { lines: 'messages' })
    const kept = new Set(rows.filter(({ id, created }) => threads.has(id) && created <= at * 1e6).map(({ id }) => id))
    const wanted = rows.filter(
      ({ type, created, threadId }) =>
        created <= at * 1e6 && type !== 'EmailThread' && (type !== 'Email' || kept.has(threadId ?? '')),
    )
    expect(idsIn(text)).toEqual(wanted.map(({ id }) => id))
    expect(wanted.length).toBeGreaterThan(0)
  })
})
