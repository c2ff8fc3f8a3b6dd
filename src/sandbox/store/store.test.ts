import { describe, expect, it } from 'vitest'
import { Random } from '#sandbox/random.ts'
import { Columns } from './columns.ts'
import { EMAIL, NOTE, THREAD } from './kinds.ts'
import type { SortedIndex } from './sorted-index.ts'
import { Store } from './store.ts'

function rowsOf(index: SortedIndex): number[] {
  return Array.from({ length: index.length }, (_, position) => index.at(position))
}

function facts(random: Random) {
  const created = 1_700_000_000_000_000 + random.below(40) * 400_000
  const kind = [NOTE, EMAIL, THREAD][random.below(3)] ?? NOTE
  return {
    kind,
    created,
    activityAt: random.chance(0.2) ? NaN : created - random.below(5_000_000),
    lead: random.below(4) - 1,
    contact: -1,
    user: 0,
    variant: 0,
    extra: 0,
  }
}

/** The order that every index promises: by key, then by row. */
function expected(store: Store, test: (row: number) => boolean, keys: Float64Array): number[] {
  const key = (row: number): number => (Number.isNaN(keys[row]) ? -Infinity : (keys[row] ?? 0))
  const rows = Array.from({ length: store.columns.length }, (_, row) => row).filter(
    (row) => store.isAlive(row) && test(row),
  )
  return rows.toSorted((a, b) => (key(a) === key(b) ? a - b : key(a) - key(b)))
}

describe('the orders of a store', () => {
  it('stay right through inserts, removals and moves, with many equal dates', () => {
    const random = new Random(5)
    const columns = new Columns(4)
    for (let i = 0; i < 60; i++) columns.add(facts(random))
    const store = new Store(columns, 3)
    for (let step = 0; step < 300; step++) {
      const row = random.below(columns.length)
      if (step % 3 === 0) store.insert(facts(random))
      else if (step % 3 === 1 && store.isAlive(row)) store.remove(row)
      else if (store.isAlive(row)) store.move(row, facts(random).created, facts(random).activityAt)
    }
    const c = store.columns
    expect(rowsOf(store.mixed.both)).toEqual(expected(store, () => true, c.created))
    expect(rowsOf(store.mixed.messages)).toEqual(expected(store, (row) => c.kind[row] !== THREAD, c.created))
    expect(rowsOf(store.mixed.threads)).toEqual(expected(store, (row) => c.kind[row] !== EMAIL, c.created))
    expect(rowsOf(store.ofLead(1))).toEqual(expected(store, (row) => c.lead[row] === 1, c.created))
    expect(rowsOf(store.ofLeadByActivity(1))).toEqual(expected(store, (row) => c.lead[row] === 1, c.activityAt))
  })

  it('find the first row at or after a moment', () => {
    const columns = new Columns(4)
    for (const created of [30, 10, 20, 20])
      columns.add({ kind: NOTE, created, activityAt: created, lead: 0, contact: -1, user: 0, variant: 0, extra: 0 })
    const { both } = new Store(columns, 1).mixed
    expect([0, 10, 11, 20, 21, 30, 31].map((key) => both.lowerBound(key))).toEqual([0, 0, 1, 1, 3, 3, 4])
  })
})
