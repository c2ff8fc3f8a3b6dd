import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ActivityRow, toRow } from '#core/activity/row.ts'
import type { ActivityPage, WireActivity } from '#core/close/wire.ts'
import type { Stream } from '#core/query/plan-types.ts'
import { check } from '#core/query/testing/property.ts'
import { compareTimestamps, formatInstant, parseTimestamp } from '#core/query/timestamp.ts'
import { advance, type Cursor, firstCursor, type PageRequest, requestOf } from '#core/query/walk.ts'
import { Ledger, type Page } from '#explorer/results/ledger.ts'
import { grownPages, growLedger } from './grow.ts'
import { beginLook, type Look, newsOf, noNews, placed, requestOfLook, topOf, withPage } from './news-page.ts'
import { newsText, whyNotWatching } from './news-reason.ts'

const stream: Stream = {
  path: '/activity/call/',
  parameters: [],
  sort: 'date_created',
  from: null,
  until: null,
  limit: 100,
}

/** Calls of these seconds, newest first. */
const calls = (...seconds: readonly number[]) =>
  seconds.map((at) => ({ id: `acti_${at}`, _type: 'Call', date_created: formatInstant(at) }))

/** A list of one page that goes on below it. */
function pagesOf(...lists: readonly (readonly WireActivity[])[]): readonly Page[] {
  const ledger = new Ledger()
  return lists.map((list, index) => {
    const place = ledger.at(index)
    if (!place) throw new Error('no place')
    const bound = parseTimestamp(String(list.at(-1)?.['date_created']))?.seconds ?? 0
    const page = { place, rows: list.map((wire) => toRow(wire)), next: { ...firstCursor(), bound }, halted: false }
    ledger.record(page, null)
    return page
  })
}

function lookAt(pages: readonly Page[], now = 1000): Look {
  const top = topOf(pages, now)
  if (!top) throw new Error('no top')
  return beginLook(stream, top)
}

describe('a look above a list', () => {
  const pages = pagesOf(calls(50, 40), calls(30))

  test('asks a page, no farther down than the newest row', () => {
    expect(requestOfLook(lookAt(pages))?.parameters).toEqual([
      ['date_created__gte', formatInstant(50)],
      ['_limit', '100'],
    ])
  })

  test.each([
    ['a meeting', { id: 'acti_m', _type: 'Meeting', date_created: formatInstant(999) }],
    ['a row of tomorrow', { id: 'acti_c', _type: 'Call', date_created: formatInstant(9999) }],
  ])('is not led astray by %s that lies ahead', (_, ahead) => {
    expect(lookAt(pagesOf([ahead], calls(50))).top.from).toBe(50)
  })

  test('looks at what the first page spans where nothing but meetings is known', () => {
    const meetings = calls(90, 80).map((wire) => ({ ...wire, _type: 'Meeting' }))
    expect(
      lookAt(
        pagesOf(
          meetings,
          calls(3).map((wire) => ({ ...wire, _type: 'Meeting' })),
        ),
      ).top.from,
    ).toBe(80)
  })

  test('cannot be had while the top of the list is not held', () => {
    expect(topOf(pages.slice(1), 1000)).toBeNull()
    expect(topOf([], 1000)).toBeNull()
  })

  test('counts what is not known, also between what is, and what the refinements keep of it', () => {
    const look = withPage(lookAt(pages), { data: calls(60, 55, 50), hasMore: false })
    expect(newsOf(look, null)).toEqual({ count: 2, kept: null, isMore: false })
    expect(newsOf(look, ({ id }) => id === 'acti_55')).toEqual({ count: 2, kept: 1, isMore: false })
    expect(newsOf(withPage(lookAt(pages), { data: calls(50), hasMore: false }), null)).toEqual({ ...noNews })
  })

  test('goes on below a page of known rows, and knows until then that it is not done', () => {
    const meetings = Array.from({ length: 100 }, (_, i) => ({
      id: `acti_m${i}`,
      _type: 'Meeting',
      date_created: formatInstant(5000 - i),
    }))
    const first = withPage(lookAt(pagesOf(meetings, calls(50))), { data: meetings, hasMore: true })
    expect(newsOf(first, null)).toEqual({ count: 0, kept: null, isMore: true })
    expect(requestOfLook(first)?.parameters).toContainEqual(['date_created__lte', formatInstant(5000 - 99)])
    const second = withPage(first, { data: [...meetings.slice(-1), ...calls(60, 50)], hasMore: false })
    expect(newsOf(second, null)).toMatchObject({ count: 1, isMore: false })
    expect(requestOfLook(second)).toBeNull()
  })

  test('counts a conversation with a new message, and no row that it cannot tell from others', () => {
    const thread = { id: 'acti_t', _type: 'EmailThread', date_created: formatInstant(50) }
    const moved = { ...thread, date_created: formatInstant(70) }
    const nameless = { _type: 'Call', date_created: formatInstant(60) }
    const look = withPage(lookAt(pagesOf([thread])), { data: [moved, nameless], hasMore: false })
    expect(newsOf(look, null).count).toBe(1)
  })

  test('an answer to another question is none', () => {
    expect(() => withPage(lookAt(pages), { data: calls(10), hasMore: false })).toThrow(/outside-bounds/)
  })
})

describe('any list, whatever came into it', () => {
  /** Of a few moments, so that many fall together. */
  const moment = (most: number) => fc.tuple(fc.integer({ min: 0, max: most }), fc.constantFrom(0, 500_000))
  type Moment = readonly [seconds: number, micros: number]
  const now = 60
  const dateText = ([seconds, micros]: Moment) =>
    formatInstant(seconds).replace('Z', `.${String(micros).padStart(6, '0')}+00:00`)
  const wireOf = (id: string, type: string, at: Moment): Wire => ({ id, _type: type, date_created: dateText(at) })
  const many = (prefix: string, type: string, at: fc.Arbitrary<Moment>, maxLength: number) =>
    fc.array(at, { maxLength, size: 'max' }).map((all) => all.map((each, i) => wireOf(`${prefix}${i}`, type, each)))
  const past = moment(now - 20)
  const created = moment(19).map(([seconds, micros]): Moment => [now - 19 + seconds, micros])

  const arbitraryCase = fc.record({
    calls: many('acti_call', 'Call', past, 30),
    meetings: many('acti_meeting', 'Meeting', moment(150), 40),
    // What really is new: by now, ahead as meetings may be, and backdated.
    fresh: many('acti_new', 'Call', created, 15),
    booked: many('acti_booked', 'Meeting', moment(150), 15),
    backdated: many('acti_back', 'Note', past, 8),
    gone: fc.array(fc.nat(60), { maxLength: 4 }),
    limit: fc.integer({ min: 2, max: 12 }),
    held: fc.integer({ min: 1, max: 8 }),
  })

  test('what is new above is counted and put in its place, each once, and the list goes on below it without a gap', () => {
    check(
      fc.property(arbitraryCase, ({ calls, meetings, fresh, booked, backdated, gone, limit, held }) => {
        const paged: Stream = { ...stream, limit }
        const before = [...calls, ...meetings]
        const list = walked(paged, before, held)
        const rowsBefore = list.pages.flatMap(({ rows }) => rows)
        const deleted = new Set(gone.map((i) => before[i]?.id))
        const news = [...fresh, ...booked, ...backdated]
        const after = [...before.filter(({ id }) => !deleted.has(id)), ...news]

        const top = topOf(list.pages, now)
        if (!top) throw new Error('no top')
        let look = beginLook(paged, top)
        for (let request = requestOfLook(look); request; request = requestOfLook(look)) {
          const done = newsOf(look, null)
          if (look.steps > 0) expect(done.isMore).toBe(true)
          look = withPage(look, answer(after, request))
        }
        // A small page and many known rows can be more than one look goes through: then it says so.
        if (newsOf(look, null).isMore) {
          expect(look.steps).toBe(10)
          return
        }

        const dates = new Map(after.map(({ id, date_created }) => [id, parseTimestamp(date_created)]))
        const isSought = ({ id }: Wire) => {
          const date = dates.get(id)
          if (!date) return false
          return (
            (top.from === null || date.seconds >= top.from) &&
            (top.floor === null || compareTimestamps(date, top.floor) > 0)
          )
        }
        const sought = news.filter(isSought)
        expect(newsOf(look, null).count).toBe(sought.length)
        // Nothing that was created by now is below where the look ends.
        if (rowsBefore.some(({ type }) => type !== 'Meeting'))
          expect(sought.filter(({ id }) => id.startsWith('acti_new'))).toHaveLength(fresh.length)

        const put = placed(look)
        const { ledger } = list
        growLedger(ledger, put)
        const rows = list.pages.flatMap((page, i) => put.pages[i] ?? page.rows)
        const ids = rows.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(new Set(ids)).toEqual(new Set([...rowsBefore.map(({ id }) => id), ...sought.map(({ id }) => id)]))
        expect(rows.every((row, i) => i === 0 || !isNewer(row, rows[i - 1]))).toBe(true)
        // The reader's rows are found again where they stand now.
        rowsBefore.forEach((row, i) => {
          expect(rows[ledger.rowNow(i, 0)]?.id).toBe(row.id)
          expect(ledger.keyOf(ledger.rowNow(i, 0))).toBe(String(i))
        })
        expect(ledger.rowCount).toBe(rows.length)
        expect(new Set(rows.map((_, i) => ledger.keyOf(i))).size).toBe(rows.length)
        const { tally } = ledger
        expect(rows.map((_, i) => tally.timeOf(i))).toEqual(rows.map(secondsOf))

        // Walked on to its end, the list lacks only what was dated back into what had been walked.
        const rest = walkedOn(paged, after, list.next)
        const all = new Set([...ids, ...rest])
        const late = after.filter(({ id }) => !all.has(id))
        for (const wire of late) expect(news.filter((each) => !isSought(each))).toContainEqual(wire)
      }),
      150,
    )
  })

  interface Wire extends WireActivity {
    readonly id: string
    readonly _type: string
    readonly date_created: string
  }

  const secondsOf = ({ dateCreated }: ActivityRow) => parseTimestamp(dateCreated ?? '')?.seconds
  const isNewer = (a: ActivityRow, b: ActivityRow | undefined) => (a.dateCreated ?? '') > (b?.dateCreated ?? '')

  /** As Close answers: newest first, in a fixed order where dates are the same. */
  function answer(all: readonly Wire[], { parameters }: PageRequest): ActivityPage {
    const wanted = new Map(parameters)
    const bound = (name: string) => parseTimestamp(wanted.get(name) ?? '')
    const [from, until] = [bound('date_created__gte'), bound('date_created__lte')]
    const within = all
      .filter(({ date_created }) => {
        const date = parseTimestamp(date_created)
        if (!date) return false
        return (!from || compareTimestamps(date, from) >= 0) && (!until || compareTimestamps(date, until) <= 0)
      })
      .toSorted((a, b) =>
        a.date_created === b.date_created ? (a.id < b.id ? -1 : 1) : a.date_created < b.date_created ? 1 : -1,
      )
    const skip = Number(wanted.get('_skip') ?? 0)
    const data = within.slice(skip, skip + Number(wanted.get('_limit')))
    return { data, hasMore: skip + data.length < within.length }
  }

  /** As many pages of a list as are held. */
  function walked(of: Stream, all: readonly Wire[], most: number) {
    const ledger = new Ledger()
    const pages: Page[] = []
    for (let place: Page['place'] | undefined = ledger.first; place && pages.length < most;) {
      const { activities, next } = advance(of, place.cursor, answer(all, requestOf(of, place.cursor)))
      const page = { place, rows: activities.map((wire) => toRow(wire)), next, halted: false }
      ledger.record(page, null)
      pages.push(page)
      place = ledger.at(pages.length)
    }
    return { ledger, pages, next: pages.at(-1)?.next ?? null }
  }

  function walkedOn(of: Stream, all: readonly Wire[], from: Cursor | null): readonly unknown[] {
    const ids: unknown[] = []
    for (let cursor = from; cursor;) {
      const step = advance(of, cursor, answer(all, requestOf(of, cursor)))
      ids.push(...step.activities.map(({ id }) => id))
      cursor = step.next
    }
    return ids
  }
})

test('rows that come among those of a list renumber the others and forget no page', () => {
  const pages = pagesOf(calls(50, 40), calls(30))
  const { ledger } = pages[0]?.place ?? {}
  if (!ledger) throw new Error('no list')
  const [first, second] = [ledger.first, ledger.at(1)]
  const news = {
    pages: [calls(60, 50, 45, 40).map((wire) => toRow(wire))],
    runs: [
      { at: 0, count: 1 },
      { at: 2, count: 1 },
    ],
  }
  const held = grownPages(pages, news, pages)
  expect(held?.map(({ rows }) => rows.map(({ id }) => id))).toEqual([
    ['acti_60', 'acti_50', 'acti_45', 'acti_40'],
    ['acti_30'],
  ])
  expect(held?.every(({ place }) => ledger.holds(place))).toBe(true)
  // The list is another one by now.
  expect(grownPages(held ?? [], news, pages)).toBeNull()
  expect([0, 1, 2].map((page) => ledger.startOf(page))).toEqual([0, 4, 5])
  expect(ledger).toMatchObject({ rowCount: 5, pageCount: 2, end: 'open', growths: 2, seam: 3 })
  expect(ledger.at(1)).toBe(second)
  // The page itself is another one: what was worked out from its rows no longer holds.
  expect(ledger.holds(first)).toBe(false)
  expect([0, 1, 2].map((row) => ledger.rowNow(row, 0))).toEqual([1, 3, 4])
  const { tally } = ledger
  expect(Array.from({ length: tally.length }, (_, row) => tally.timeOf(row))).toEqual([60, 50, 45, 40, 30])
})

describe('watching', () => {
  const live = {
    stream,
    now: 100,
    isOn: true,
    isHidden: false,
    isOnline: true,
    isThrottled: false,
    isTopHeld: true,
    idleMs: 0,
  }

  test.each([
    [{}, null],
    [{ isHidden: true }, /hidden/],
    [{ isOnline: false }, /offline/],
    [{ isThrottled: true }, /wait/],
    [{ isOn: false }, /off/],
    [{ isTopHeld: false }, /far down/],
    [{ idleMs: 600_000 }, /ten minutes/],
    [{ stream: { ...stream, sort: 'activity_at' as const } }, /sorted/],
    [{ stream: { ...stream, until: { at: 99, inclusive: true } } }, /ended/],
    [{ stream: { ...stream, until: { at: 101, inclusive: true } } }, null],
  ])('%o says why it rests', (parts, words) => {
    const why = whyNotWatching({ ...live, ...parts })
    if (words === null) expect(why).toBeNull()
    else expect(why).toMatch(words)
  })

  test('says how many, and never more than it knows', () => {
    const text = (count: number, kept: number | null = null, isMore = false) =>
      newsText({ count, kept, isMore }, 'en-GB')
    expect([0, 1, 1200].map((count) => text(count))).toEqual([
      'No new activities',
      '1 new activity',
      '1,200 new activities',
    ])
    expect(text(100, null, true)).toBe('100 or more new activities')
    expect(text(12, 3)).toBe('3 of 12 new activities')
    expect(text(0, 0, true)).toBe('No new activities so far')
  })
})
