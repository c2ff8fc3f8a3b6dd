/**
 * Something worked out from each page of rows once, when it is held, and known ever after: a list of any length is never
 * gone through again because a page was added to it.
 */
import type { ActivityRow } from '#core/activity/row.ts'
import type { Ledger, Page, Place } from './ledger.ts'

export class PerPage<Result> {
  readonly #read: (rows: readonly ActivityRow[]) => Result
  readonly #known = new WeakMap<Place, { readonly rows: readonly ActivityRow[]; readonly result: Result }>()
  #version = 0

  constructor(read: (rows: readonly ActivityRow[]) => Result) {
    this.#read = read
  }

  /** Looks at the pages that it has not seen as they are now. Answers a number that is another when there were any. */
  take(pages: readonly Page[]): number {
    for (const { place, rows } of pages) {
      if (this.#known.get(place)?.rows === rows) continue
      this.#known.set(place, { rows, result: this.#read(rows) })
      this.#version += 1
    }
    return this.#version
  }

  /** One for every page of the walk, in order; undefined for one that was never held while this was looking. */
  of(ledger: Ledger): readonly (Result | undefined)[] {
    return Array.from({ length: ledger.pageCount }, (_, index) => {
      const place = ledger.at(index)
      return place && this.#known.get(place)?.result
    })
  }
}
