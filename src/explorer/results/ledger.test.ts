import { expect, test } from 'vitest'
import { toRow } from '#core/activity/row.ts'
import { Histogram } from '#core/activity/timeline/histogram.ts'
import { type Cursor, firstCursor } from '#core/query/walk.ts'
import { Ledger, type Page, type Place } from './ledger.ts'

function cursor(bound: number): Cursor {
  return { ...firstCursor(), bound }
}

function page(place: Place, count: number, next: Cursor | null): Page {
  return { place, rows: Array.from({ length: count }, (_, i) => toRow({ id: `acti_${i}` })), next, halted: false }
}

function place(ledger: Ledger, index: number): Place {
  const found = ledger.at(index)
  if (!found) throw new Error(`no page ${index}`)
  return found
}

/** Three pages of 100, 100 and 50 rows, and the place of a fourth. */
function walked(): Ledger {
  const ledger = new Ledger()
  ledger.record(page(ledger.first, 100, cursor(30)), '2026-03-03')
  ledger.record(page(place(ledger, 1), 100, cursor(20)), '2026-03-02')
  ledger.record(page(place(ledger, 2), 50, cursor(10)), '2026-03-01')
  return ledger
}

test('pages begin where the ones before them end', () => {
  const ledger = walked()
  expect([0, 1, 2, 3].map((index) => ledger.startOf(index))).toEqual([0, 100, 200, 250])
  expect([0, 99, 100, 249].map((row) => ledger.pageOf(row))).toEqual([0, 0, 1, 2])
  expect(ledger).toMatchObject({ rowCount: 250, pageCount: 3, end: 'open', reached: '2026-03-01' })
})

test('a page without a successor ends the list, or halts the walk', () => {
  const ended = walked()
  ended.record(page(place(ended, 3), 7, null), null)
  expect(ended).toMatchObject({ rowCount: 257, end: 'ended', reached: '2026-03-01' })
  const halted = walked()
  halted.record({ ...page(place(halted, 3), 0, null), halted: true }, null)
  expect(halted.end).toBe('halted')
})

test('a page that comes back as it was leaves the places after it alone', () => {
  const ledger = walked()
  const third = place(ledger, 2)
  ledger.record(page(place(ledger, 1), 100, cursor(20)), '2026-03-02')
  expect(ledger.rowCount).toBe(250)
  expect(ledger.holds(third)).toBe(true)
})

test('a page that comes back changed makes what followed it be walked anew', () => {
  const ledger = walked()
  const third = place(ledger, 2)
  ledger.record(page(place(ledger, 1), 98, cursor(21)), '2026-03-02')
  expect(ledger).toMatchObject({ rowCount: 198, pageCount: 2, end: 'open' })
  expect(ledger.holds(third)).toBe(false)
  expect(place(ledger, 2).cursor.bound).toBe(21)
})

test('a page of a forgotten place is not taken in', () => {
  const ledger = walked()
  const third = place(ledger, 2)
  ledger.record(page(place(ledger, 1), 98, cursor(21)), '2026-03-02')
  ledger.record(page(third, 50, null), '2026-03-01')
  expect(ledger).toMatchObject({ rowCount: 198, end: 'open' })
})

test('the timeline counts what the list counts: a message under its conversation is not one more, on whichever page', () => {
  const ledger = new Ledger({ withThreads: true })
  const mail = (id: string, thread: string) =>
    toRow({ id, _type: 'Email', thread_id: thread, date_created: '2026-03-03T10:00:00Z' })
  const thread = toRow({ id: 'acti_t', _type: 'EmailThread', date_created: '2026-03-02T10:00:00Z' })
  const call = toRow({ id: 'acti_c', _type: 'Call', date_created: '2026-03-02T10:00:00Z' })
  const histogram = new Histogram(ledger.tally, [Date.parse('2026-03-01') / 1000, Date.parse('2026-03-04') / 1000])
  const counts = () => ['Email', 'EmailThread', 'Call'].map((type) => histogram.catchUp().countAt(0, type))
  const first = [mail('acti_1', 'acti_t'), mail('acti_2', 'acti_other')]
  ledger.record({ ...page(ledger.first, 0, cursor(20)), rows: first }, '2026-03-03')
  expect(counts()).toEqual([2, 0, 0])
  const second = { ...page(place(ledger, 1), 0, cursor(10)), rows: [thread, mail('acti_3', 'acti_t'), call] }
  ledger.record(second, '2026-03-02')
  expect(counts()).toEqual([1, 1, 1])
  // The thread has moved on by the time its page is asked for again.
  ledger.record({ ...second, rows: [call], next: cursor(11) }, '2026-03-02')
  expect(counts()).toEqual([2, 0, 1])
})
