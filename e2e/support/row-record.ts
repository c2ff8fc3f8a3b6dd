import type { Explorer } from './explorer.ts'

/** Everything that the table has drawn since the record began. */
export interface RowRecord {
  /** Ids by place, counted from 0. */
  readonly ids: ReadonlyMap<number, string>
  /** Row elements at any one moment, the header among them. */
  readonly mostRows: number
  /** Places that showed one activity first and another later. */
  readonly changed: readonly number[]
  /** Whether the rows always stood in the order of their places. */
  readonly isRising: boolean
  /** Every value that `aria-rowcount` had, in order. */
  readonly rowCounts: readonly number[]
  /** The largest `aria-rowindex`. */
  readonly lastIndex: number
}

/** Looks at the table after every change of it. */
export async function recordRows({ grid }: Explorer): Promise<() => Promise<RowRecord>> {
  const record = await grid.evaluateHandle((table) => {
    const seen = {
      ids: new Map<number, string>(),
      mostRows: 0,
      changed: [] as number[],
      isRising: true,
      rowCounts: [] as number[],
      lastIndex: 0,
    }
    const look = () => {
      const rows = [...table.querySelectorAll('[role=row]')]
      let above = 0
      seen.mostRows = Math.max(seen.mostRows, rows.length)
      for (const row of rows) {
        const index = Number(row.getAttribute('aria-rowindex'))
        const id = row.getAttribute('data-activity-id')
        if (index <= above) seen.isRising = false
        above = index
        if (id === null) continue
        const place = index - 2
        if ((seen.ids.get(place) ?? id) !== id) seen.changed.push(place)
        seen.ids.set(place, id)
      }
      seen.lastIndex = Math.max(seen.lastIndex, above)
      const count = Number(table.getAttribute('aria-rowcount'))
      if (seen.rowCounts.at(-1) !== count) seen.rowCounts.push(count)
    }
    look()
    new MutationObserver(look).observe(table, { attributes: true, childList: true, subtree: true })
    return seen
  })
  return async () => {
    const { ids, ...rest } = await record.evaluate((seen) => ({ ...seen, ids: [...seen.ids] }))
    return { ...rest, ids: new Map(ids) }
  }
}
