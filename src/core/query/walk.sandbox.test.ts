/** The walk against the sandbox: a list that changes, ties, faults, and a skip ceiling. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ActivityPage, WireActivity } from '#core/close/wire.ts'
import { createSandbox } from '#sandbox/app.ts'
import type { Stream } from './plan-types.ts'
import { compareTimestamps, formatInstant, parseTimestamp } from './timestamp.ts'
import { advance, type Cursor, firstCursor, type PageRequest, requestOf } from './walk.ts'

const noon = Date.UTC(2026, 8, 15, 12)

const sandbox = createSandbox({ size: 0, clock: () => noon, liveEvery: 0, rate: null, skipCeiling: 700 })

const faults = ['429', '500', '502', '503', 'truncated-json', 'empty-body', 'data-object'] as const

/** Asks once; null when a fault took the answer. Whoever walks asks again. */
async function ask({ path, parameters }: PageRequest, fault: string | null): Promise<ActivityPage | null> {
  const search = new URLSearchParams(parameters.map(([name, value]) => [name, value]))
  const headers = { authorization: `Basic ${btoa('api_walk:')}`, ...(fault && { 'x-sandbox-fault': fault }) }
  const response = await sandbox.fetch(new Request(`http://localhost/sandbox/api/v1${path}?${search}`, { headers }))
  const text = await response.text()
  if (fault) return null
  if (response.status !== 200) throw new Error(`the sandbox answered ${response.status}: ${text}`)
  const body = JSON.parse(text) as { data: WireActivity[]; has_more: boolean }
  return { data: body.data, hasMore: body.has_more }
}

/** Each case has an hour of its own, so that cases cannot meet. */
const hourSeconds = 3600
const beginning = parseTimestamp('2024-01-01T00:00:00Z')!.seconds
let hour = 0

function momentIn(start: number, second: number, micros: number): string {
  return `${formatInstant(start + second).slice(0, -1)}.${String(micros).padStart(6, '0')}+00:00`
}

/** Few seconds, few fractions: much shares a timestamp, much differs by a microsecond. */
const moment = fc.record({
  second: fc.integer({ min: 0, max: 6 }),
  micros: fc.constantFrom(0, 1, 400_000, 999_999),
})

const change = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), moment }),
  fc.record({ kind: fc.constant('arrive' as const), second: fc.integer({ min: 7, max: 60 }) }),
  fc.record({ kind: fc.constant('remove' as const), which: fc.nat() }),
)

const between = fc.record({
  changes: fc.array(change, { maxLength: 2 }),
  fault: fc.option(fc.constantFrom(...faults), { freq: 6 }),
})

interface Case {
  readonly moments: readonly { second: number; micros: number }[]
  readonly ties: number
  readonly limit: number
  readonly events: readonly {
    changes: readonly (
      | { kind: 'insert'; moment: { second: number; micros: number } }
      | { kind: 'arrive'; second: number }
      | { kind: 'remove'; which: number }
    )[]
    fault: string | null
  }[]
}

async function judge({ moments, ties, limit, events }: Case): Promise<void> {
  const { truth } = sandbox
  const start = beginning + hour * hourSeconds
  hour += 1
  const tied = Array.from({ length: ties }, () => ({ second: 3, micros: 1 }))
  const live = [
    ...truth.insert(
      ...[...moments, ...tied].map(({ second, micros }) => ({ dateCreated: momentIn(start, second, micros) })),
    ),
  ]
  const lasting = new Set(live)
  const stream: Stream = {
    path: '/activity/note/',
    parameters: [['_fields', 'id,_type,date_created']],
    sort: 'date_created',
    from: { at: start, inclusive: true },
    until: { at: start + hourSeconds, inclusive: false },
    limit,
  }
  const delivered: WireActivity[] = []
  let asked = 0
  for (let cursor: Cursor | null = firstCursor(); cursor; asked += 1) {
    if (asked > 400) throw new Error('the walk does not end')
    const event = events[asked]
    const page = await ask(requestOf(stream, cursor), event?.fault ?? null)
    if (page) {
      const step = advance(stream, cursor, page)
      delivered.push(...step.activities)
      cursor = step.next
    }
    for (const one of event?.changes ?? []) {
      if (one.kind === 'insert') {
        live.push(...truth.insert({ dateCreated: momentIn(start, one.moment.second, one.moment.micros) }))
      } else if (one.kind === 'arrive') live.push(...truth.insert({ dateCreated: momentIn(start, one.second, 5) }))
      else if (live.length > 0) {
        const [gone] = live.splice(one.which % live.length, 1)
        truth.remove(gone!)
        lasting.delete(gone!)
      }
    }
  }
  const ids = delivered.map(({ id }) => String(id))
  const dates = delivered.map(({ date_created }) => parseTimestamp(String(date_created))!)
  truth.remove(...live)
  expect(new Set(ids).size).toBe(ids.length)
  expect([...lasting].filter((id) => !ids.includes(id))).toEqual([])
  expect(dates.every((date, i) => i === 0 || compareTimestamps(dates[i - 1]!, date) >= 0)).toBe(true)
}

test('against the sandbox, every row that lasts is delivered once and in order, whatever happens meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        moments: fc.array(moment, { maxLength: 14 }),
        ties: fc.constant(0),
        limit: fc.integer({ min: 1, max: 6 }),
        events: fc.array(between, { maxLength: 8 }),
      }),
      judge,
    ),
    { numRuns: 10_000 },
  )
}, 240_000)

test('six hundred rows of one timestamp are all delivered, below the skip ceiling', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        moments: fc.array(moment, { maxLength: 10 }),
        ties: fc.integer({ min: 100, max: 600 }),
        limit: fc.constantFrom(1, 50, 100),
        events: fc.array(between, { maxLength: 8 }),
      }),
      judge,
    ),
    { numRuns: 60 },
  )
}, 120_000)
