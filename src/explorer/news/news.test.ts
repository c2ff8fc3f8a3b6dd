import { describe, expect, test } from 'vitest'
import { toRow } from '#core/activity/row.ts'
import type { Stream } from '#core/query/plan-types.ts'
import { formatInstant } from '#core/query/timestamp.ts'
import { firstCursor } from '#core/query/walk.ts'
import { Ledger } from '#explorer/results/ledger.ts'
import { inserted, newsIn, newsRequest, topOf } from './news-page.ts'
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

const rowsOf = (...seconds: readonly number[]) => calls(...seconds).map((wire) => toRow(wire))

describe('a look above a list', () => {
  const top = topOf(rowsOf(50, 40), rowsOf(50, 40, 30))

  test('asks one page, no farther down than the newest row', () => {
    expect(newsRequest(stream, top).parameters).toEqual([
      ['date_created__gte', formatInstant(50)],
      ['_limit', '100'],
    ])
  })

  test('is not led astray by a meeting that lies ahead', () => {
    const meeting = toRow({ id: 'acti_m', _type: 'Meeting', date_created: formatInstant(9999) })
    expect(topOf([meeting, ...rowsOf(50)], []).from).toBe(50)
  })

  test('counts what is not known, also between what is', () => {
    expect(newsIn({ data: calls(60, 50, 45, 40), hasMore: false }, top)).toEqual({
      count: 2,
      isMore: false,
      head: calls(60, 50, 45),
    })
    expect(newsIn({ data: calls(50, 40), hasMore: false }, top)).toMatchObject({ count: 0, head: [] })
  })

  test('knows that it did not reach the list when everything is new and there is more', () => {
    expect(newsIn({ data: calls(70, 60), hasMore: true }, top).isMore).toBe(true)
    expect(newsIn({ data: calls(60, 50), hasMore: true }, top).isMore).toBe(false)
  })

  test('what it found stands above the list, every row once', () => {
    const news = newsIn({ data: calls(60, 50, 45, 40), hasMore: false }, top)
    const ready = inserted(stream, news, top)
    expect(ready?.rows.map(({ id }) => id)).toEqual(['acti_60', 'acti_50', 'acti_45'])
    expect(ready?.rest.map(({ id }) => id)).toEqual(['acti_40'])
    expect(ready?.next.bound).toBe(45)
  })
})

test('news above a list renumber its rows and forget no page', () => {
  const ledger = new Ledger()
  ledger.record(
    { place: ledger.first, rows: rowsOf(50, 40), next: { ...firstCursor(), bound: 40 }, halted: false },
    null,
  )
  const second = ledger.at(1)
  if (!second) throw new Error('no second page')
  ledger.record({ place: second, rows: rowsOf(30), next: null, halted: false }, null)
  ledger.insertAbove(rowsOf(60, 50, 45), { ...firstCursor(), bound: 45 }, rowsOf(40))
  expect([0, 1, 2].map((page) => ledger.startOf(page))).toEqual([0, 3, 4])
  expect(ledger).toMatchObject({ rowCount: 5, pageCount: 3, end: 'ended', inserted: 2, seam: 3 })
  expect(ledger.at(2)?.cursor).toBe(second.cursor)
  const { tally } = ledger
  expect(Array.from({ length: tally.length }, (_, row) => tally.timeOf(row))).toEqual([60, 50, 45, 40, 30])
})

describe('watching', () => {
  const live = { stream, now: 100, isOn: true, isHidden: false, isOnline: true, isThrottled: false, idleMs: 0 }

  test.each([
    [{}, null],
    [{ isHidden: true }, /hidden/],
    [{ isOnline: false }, /offline/],
    [{ isThrottled: true }, /wait/],
    [{ isOn: false }, /off/],
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
    expect([0, 1, 1200].map((count) => newsText(count, false, 'en-GB'))).toEqual([
      'No new activities',
      '1 new activity',
      '1,200 new activities',
    ])
    expect(newsText(100, true, 'en-GB')).toBe('100 or more new activities')
  })
})
