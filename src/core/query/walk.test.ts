import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ActivityPage, WireActivity } from '#core/close/wire.ts'
import type { Stream } from './plan-types.ts'
import { compareTimestamps, formatInstant, parseTimestamp } from './timestamp.ts'
import { advance, type Anomaly, type Cursor, firstCursor, type PageRequest, requestOf } from './walk.ts'

const stream: Stream = {
  path: '/activity/',
  parameters: [],
  sort: 'date_created',
  from: null,
  until: null,
  limit: 100,
}

interface Row {
  readonly id: string
  /** Microseconds since the epoch; null for a row without a date. */
  readonly at: number | null
}

function wire({ id, at }: Row): WireActivity {
  if (at === null) return { id, _type: 'Note', date_created: null, activity_at: null }
  const seconds = Math.floor(at / 1e6)
  const micros = at - seconds * 1e6
  const text = `${formatInstant(seconds).slice(0, -1)}${micros ? `.${String(micros).padStart(6, '0')}` : ''}+00:00`
  return { id, _type: 'Note', date_created: text, activity_at: text }
}

/** A list as Close keeps it: newest first, rows without a date last, ties in a fixed order; answers `_skip`, `_limit` and bounds. */
class List {
  rows: Row[]

  constructor(rows: readonly Row[]) {
    this.rows = [...rows]
    this.sort()
  }

  insert(row: Row): void {
    this.rows.push(row)
    this.sort()
  }

  remove(id: string): void {
    this.rows = this.rows.filter((row) => row.id !== id)
  }

  private sort(): void {
    this.rows.sort((a, b) => (b.at ?? -Infinity) - (a.at ?? -Infinity) || (a.id < b.id ? -1 : 1))
  }

  answer({ parameters }: PageRequest): ActivityPage {
    const get = (name: string) => parameters.find(([key]) => key === name)?.[1]
    const limit = Number(get('_limit'))
    const skip = Number(get('_skip') ?? 0)
    const edges = parameters.flatMap(([name, value]) => {
      const comparison = /__(gte|gt|lte|lt)$/.exec(name)?.[1]
      return comparison ? [{ comparison, at: parseTimestamp(value)!.seconds * 1e6 }] : []
    })
    const matching = this.rows.filter(({ at }) =>
      edges.every((edge) => {
        if (at === null) return false
        if (edge.comparison === 'lte') return at <= edge.at
        if (edge.comparison === 'lt') return at < edge.at
        return edge.comparison === 'gte' ? at >= edge.at : at > edge.at
      }),
    )
    return { data: matching.slice(skip, skip + limit).map(wire), hasMore: matching.length > skip + limit }
  }
}

interface Walked {
  readonly delivered: readonly WireActivity[]
  readonly anomalies: readonly Anomaly[]
  readonly requests: number
}

function walk(of: Stream, list: List, between: (request: number) => void = () => {}): Walked {
  const delivered: WireActivity[] = []
  const anomalies: Anomaly[] = []
  let requests = 0
  for (let cursor: Cursor | null = firstCursor(); cursor;) {
    const step = advance(of, cursor, list.answer(requestOf(of, cursor)))
    requests += 1
    delivered.push(...step.activities)
    anomalies.push(...step.anomalies)
    cursor = step.next
    between(requests)
    if (requests > 5_000) throw new Error('the walk does not end')
  }
  return { delivered, anomalies, requests }
}

function ids(activities: readonly WireActivity[]): string[] {
  return activities.map(({ id }) => String(id))
}

const second = 1e6
const start = parseTimestamp('2026-03-01T00:00:00Z')!.seconds * second

function isNewestFirst(activities: readonly WireActivity[]): boolean {
  const dates = activities.flatMap(({ date_created }) => parseTimestamp(String(date_created)) ?? [])
  return dates.every((date, i) => i === 0 || compareTimestamps(dates[i - 1]!, date) >= 0)
}

describe('a walk', () => {
  test('reads a quiet list in about as many requests as it has pages', () => {
    const list = new List(Array.from({ length: 4_000 }, (_, i) => ({ id: `acti_${i}`, at: start - i * 437_000_019 })))
    const { delivered, requests } = walk(stream, list)
    expect(ids(delivered)).toEqual(list.rows.map(({ id }) => id))
    expect(requests).toBeLessThanOrEqual(42)
  })

  test('gets through six hundred rows of one timestamp', () => {
    const list = new List([
      ...Array.from({ length: 50 }, (_, i) => ({ id: `acti_new${i}`, at: start + (i + 1) * second })),
      ...Array.from({ length: 600 }, (_, i) => ({ id: `acti_tie${i}`, at: start })),
      ...Array.from({ length: 50 }, (_, i) => ({ id: `acti_old${i}`, at: start - (i + 1) * second })),
    ])
    expect(ids(walk(stream, list).delivered)).toEqual(list.rows.map(({ id }) => id))
  })

  test('keeps the rows of a second that differ by microseconds', () => {
    const list = new List(Array.from({ length: 450 }, (_, i) => ({ id: `acti_${i}`, at: start + i * 3 + 1 })))
    expect(ids(walk({ ...stream, limit: 7 }, list).delivered)).toEqual(list.rows.map(({ id }) => id))
  })

  test.each([1, 2, 3, 10])('with pages of %i finds five rows of equal date', (limit) => {
    const rows = [2, 1, 1, 1, 1, 1, 0].map((s, i) => ({ id: `acti_${i}`, at: start + s * second }))
    expect(ids(walk({ ...stream, limit }, new List(rows)).delivered).toSorted()).toEqual(rows.map(({ id }) => id))
  })

  test('goes back when the rows it read in a crowded second are deleted', () => {
    const list = new List(Array.from({ length: 400 }, (_, i) => ({ id: `acti_${1000 + i}`, at: start })))
    const lasting = list.rows.filter((_, i) => i >= 100).map(({ id }) => id)
    const { delivered, anomalies } = walk(stream, list, (request) => {
      if (request === 2) for (const { id } of list.rows.slice(0, 100)) list.remove(id)
    })
    expect(ids(delivered)).toEqual(expect.arrayContaining(lasting))
    expect(new Set(ids(delivered)).size).toBe(delivered.length)
    expect(anomalies).toContainEqual({ kind: 'place-lost', count: 100 })
  })

  test.each([
    ['gte', 'lt', [2, 1]],
    ['gt', 'lte', [3, 2]],
    ['gte', 'lte', [3, 2, 1]],
    ['gt', 'lt', [2]],
  ] as const)('with %s and %s takes the edges as asked', (lower, upper, expected) => {
    const list = new List([0, 1, 2, 3, 4].map((s) => ({ id: `acti_${s}`, at: start + s * second })))
    const at = start / second
    const window = {
      from: { at: at + 1, inclusive: lower === 'gte' },
      until: { at: at + 3, inclusive: upper === 'lte' },
    }
    const { delivered } = walk({ ...stream, ...window, limit: 2 }, list)
    expect(ids(delivered)).toEqual(expected.map((s) => `acti_${s}`))
  })

  test('by activity time ends with the rows that have none', () => {
    const rows = [
      ...Array.from({ length: 250 }, (_, i) => ({ id: `acti_${1000 + i}`, at: start - i * second })),
      ...Array.from({ length: 3 }, (_, i) => ({ id: `acti_draft${i}`, at: null })),
    ]
    const { delivered } = walk({ ...stream, sort: 'activity_at' }, new List(rows))
    expect(ids(delivered)).toEqual(rows.map(({ id }) => id))
  })

  test('never asks for a bound of now, so meetings to come are first', () => {
    expect(requestOf(stream, firstCursor()).parameters).toEqual([['_limit', '100']])
  })

  test('a short page that promises more is not the end', () => {
    const step = advance(stream, firstCursor(), { data: [wire({ id: 'acti_1', at: start })], hasMore: true })
    expect(step.next).not.toBeNull()
  })

  test('empty pages that promise more end the walk after three, and it says so', () => {
    let requests = 0
    const anomalies: Anomaly[] = []
    for (let cursor: Cursor | null = firstCursor(); cursor; requests += 1) {
      const step = advance(stream, cursor, { data: [], hasMore: true })
      anomalies.push(...step.anomalies)
      cursor = step.next
    }
    expect(requests).toBe(3)
    expect(anomalies.at(-1)).toEqual({ kind: 'stalled', count: 3 })
  })

  test('rows far outside the bounds are not delivered under a wrong heading', () => {
    const bounded = { ...stream, from: { at: start / second, inclusive: true } }
    const step = advance(bounded, firstCursor(), {
      data: [wire({ id: 'acti_1', at: start - 86_400 * second })],
      hasMore: true,
    })
    expect(step).toMatchObject({ activities: [], next: null, anomalies: [{ kind: 'outside-bounds', count: 1 }] })
  })

  test('a list out of date order is read by position, each row once', () => {
    const shuffled = [5, 3, 9, 1, 7, 8, 2, 6, 4, 0].map((s) => wire({ id: `acti_${s}`, at: start + s * second }))
    const delivered: WireActivity[] = []
    const anomalies: Anomaly[] = []
    for (let cursor: Cursor | null = firstCursor(); cursor;) {
      const skip = cursor.skip
      const page = shuffled.slice(skip, skip + 4)
      const step = advance(stream, cursor, { data: page, hasMore: skip + 4 < shuffled.length })
      delivered.push(...step.activities)
      anomalies.push(...step.anomalies)
      cursor = step.next
    }
    expect(ids(delivered)).toEqual(ids(shuffled))
    expect(anomalies).toContainEqual({ kind: 'out-of-order', count: 1 })
  })

  test('a row without an id is delivered once and reported', () => {
    const nameless = { _type: 'Note', date_created: '2026-03-01T00:00:00+00:00', note: 'x' }
    const first = advance(stream, firstCursor(), { data: [nameless], hasMore: true })
    const second = advance(stream, first.next!, { data: [nameless], hasMore: false })
    expect([first.activities.length, second.activities.length]).toEqual([1, 0])
    expect(first.anomalies).toEqual([{ kind: 'no-id', count: 1 }])
  })

  test('any page can be asked for again from its cursor', () => {
    const list = new List(Array.from({ length: 35 }, (_, i) => ({ id: `acti_${100 + i}`, at: start - i * 400_000 })))
    const of = { ...stream, limit: 10 }
    const first = advance(of, firstCursor(), list.answer(requestOf(of, firstCursor())))
    const cursor = first.next!
    const before = JSON.stringify(cursor)
    const once = advance(of, cursor, list.answer(requestOf(of, cursor)))
    advance(of, once.next!, list.answer(requestOf(of, once.next!)))
    expect(JSON.stringify(cursor)).toBe(before)
    expect(advance(of, cursor, list.answer(requestOf(of, cursor)))).toEqual(once)
  })
})

/** Rows crowd few seconds, share timestamps, and sit on whole seconds as well as a microsecond beside them. */
const at = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.constantFrom(0, 1, 400_000, 999_999))
  .map(([s, micros]) => start + s * second + micros)

const change = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), at }),
  fc.record({ kind: fc.constant('arrive' as const), after: fc.integer({ min: 1, max: 3_000_000 }) }),
  fc.record({ kind: fc.constant('remove' as const), which: fc.nat() }),
)

test('loses no lasting row, doubles none and keeps the order while the list changes', () => {
  fc.assert(
    fc.property(
      fc.array(at, { maxLength: 60 }),
      fc.integer({ min: 0, max: 70 }),
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 20 }),
      (dates, ties, limit, changes) => {
        const tied = Array.from({ length: ties }, () => start + 5 * second + 1)
        const list = new List([...dates, ...tied].map((date, i) => ({ id: `acti_${1000 + i}`, at: date })))
        const lasting = new Set(list.rows.map(({ id }) => id))
        let arrivals = 0
        const { delivered } = walk({ ...stream, limit }, list, (request) => {
          for (const one of changes[request - 1] ?? []) {
            arrivals += 1
            if (one.kind === 'insert') list.insert({ id: `acti_${2000 + arrivals}`, at: one.at })
            else if (one.kind === 'arrive') {
              list.insert({ id: `acti_${2000 + arrivals}`, at: (list.rows[0]?.at ?? start) + one.after })
            } else if (list.rows.length > 0) {
              const gone = list.rows[one.which % list.rows.length]!.id
              lasting.delete(gone)
              list.remove(gone)
            }
          }
        })
        const got = ids(delivered)
        expect(new Set(got).size).toBe(got.length)
        expect([...lasting].filter((id) => !got.includes(id))).toEqual([])
        expect(isNewestFirst(delivered)).toBe(true)
      },
    ),
    { numRuns: 10_000 },
  )
})

test('loses no lasting row of a crowded second while many of them are deleted', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 90, max: 330 }),
      fc.boolean(),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 120 })), { maxLength: 8 }),
      (crowd, tied, deletions) => {
        const list = new List(
          Array.from({ length: crowd }, (_, i) => ({ id: `acti_${1000 + i}`, at: start + (tied ? 1 : i) })),
        )
        const lasting = new Set(list.rows.map(({ id }) => id))
        const { delivered } = walk({ ...stream, limit: 50 }, list, (request) => {
          const [from, count] = deletions[request - 1] ?? [0, 0]
          for (const { id } of list.rows.slice(from, from + count)) {
            lasting.delete(id)
            list.remove(id)
          }
        })
        const got = new Set(ids(delivered))
        expect(got.size).toBe(delivered.length)
        expect([...lasting].filter((id) => !got.has(id))).toEqual([])
      },
    ),
    { numRuns: 10_000 },
  )
})
