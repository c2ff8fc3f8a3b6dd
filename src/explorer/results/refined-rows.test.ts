import { expect, test } from 'vitest'
import { type ActivityRow, toRow } from '#core/activity/row.ts'
import { firstCursor } from '#core/query/walk.ts'
import { furtherThan, goesOn, isReached } from './going-on.ts'
import { Ledger, type Page, type Place } from './ledger.ts'
import { Refiner } from './refined-rows.ts'
import { refinedText } from './refined-text.ts'

/** A walk of pages of four rows, of which every second is a call. */
function walked(pages: number): { ledger: Ledger; pages: readonly Page[] } {
  const ledger = new Ledger()
  const all: Page[] = []
  let place: Place | undefined = ledger.first
  for (let index = 0; index < pages && place; index += 1) {
    const rows = [0, 1, 2, 3].map((i) => toRow({ id: `acti_${index * 4 + i}`, _type: i % 2 === 0 ? 'Call' : 'Note' }))
    const page: Page = { place, rows, next: { ...firstCursor(), bound: 100 - index }, halted: false }
    ledger.record(page, null)
    all.push(page)
    place = ledger.at(index + 1)
  }
  return { ledger, pages: all }
}

function counting() {
  const seen: string[] = []
  const keeps = (row: ActivityRow) => {
    seen.push(row.key)
    return row.type === 'Call'
  }
  return { seen, keeps }
}

test('each page is looked at once, however long the list grows', () => {
  const { ledger, pages } = walked(3)
  const { seen, keeps } = counting()
  const refiner = new Refiner(keeps)
  refiner.rows(ledger, pages.slice(0, 1))
  refiner.rows(ledger, pages.slice(0, 2))
  expect(refiner.rows(ledger, pages)).toEqual({ kept: [0, 2, 4, 6, 8, 10], unseen: 0 })
  expect(seen).toHaveLength(12)
  expect(refiner.rows(ledger, pages)).toBe(refiner.rows(ledger, pages))
})

test('rows that were looked at stay known when their page is dropped; others stay in the list until they are', () => {
  const { ledger, pages } = walked(3)
  const refiner = new Refiner((row) => row.type === 'Call')
  expect(refiner.rows(ledger, pages.slice(1))).toEqual({ kept: [0, 1, 2, 3, 4, 6, 8, 10], unseen: 4 })
  expect(refiner.rows(ledger, pages.slice(0, 1))).toEqual({ kept: [0, 2, 4, 6, 8, 10], unseen: 0 })
})

test('a page that comes back changed is looked at again', () => {
  const { ledger, pages } = walked(1)
  const refiner = new Refiner((row) => row.type === 'Call')
  refiner.rows(ledger, pages)
  const changed = pages.map((page) => ({ ...page, rows: page.rows.map((row) => ({ ...row, type: 'Call' })) }))
  expect(refiner.rows(ledger, changed).kept).toEqual([0, 1, 2, 3])
})

test('a list goes on by itself only as long as that shows something', () => {
  expect(goesOn(null, { rows: 100, lines: 0 })).toBe(true)
  expect(goesOn({ rows: 100, lines: 3 }, { rows: 200, lines: 13 })).toBe(true)
  expect(goesOn({ rows: 100, lines: 3 }, { rows: 200, lines: 12 })).toBe(false)
})

test('a look further back ends after some rows or some finds', () => {
  const goal = furtherThan({ rows: 100, lines: 2 })
  expect(isReached(goal, { rows: 1000, lines: 21 })).toBe(false)
  expect(isReached(goal, { rows: 1100, lines: 2 })).toBe(true)
  expect(isReached(goal, { rows: 200, lines: 22 })).toBe(true)
})

test('a count says of how many', () => {
  expect(refinedText({ kept: 12, of: 1400, unseen: 0 }, 'en-GB')).toBe('12 of 1,400 loaded rows match.')
  expect(refinedText({ kept: 0, of: 1, unseen: 0 }, 'en-GB')).toBe('None of 1 loaded row matches.')
  expect(refinedText({ kept: 1, of: 9, unseen: 3 }, 'en-GB')).toBe(
    '1 of 9 loaded rows matches. 3 more were loaded before and are not looked at yet.',
  )
})
