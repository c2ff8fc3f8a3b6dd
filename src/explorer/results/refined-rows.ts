/** Which of the rows walked so far are kept by the refinements. */
import type { ActivityRow } from '#core/activity/row.ts'
import type { Keeps } from '#core/activity/refinements.ts'
import type { Ledger, Page } from './ledger.ts'
import { PerPage } from './per-page.ts'

export interface RefinedRows {
  /** The numbers of the rows that are kept, and of those not looked at yet, in order. */
  readonly kept: readonly number[]
  /** Rows that are no longer held and were never looked at with these refinements. They are, when they come back. */
  readonly unseen: number
}

/** Made once for a set of refinements and one list. */
export class Refiner {
  readonly #keptIn: PerPage<readonly number[]>
  #last: { readonly key: string; readonly ledger: Ledger; readonly rows: RefinedRows } | null = null

  constructor(keeps: Keeps) {
    this.#keptIn = new PerPage((rows) => placesOf(rows, keeps))
  }

  /** The same object as long as the list stays as it is. */
  rows(ledger: Ledger, pages: readonly Page[]): RefinedRows {
    const key = `${this.#keptIn.take(pages)} ${ledger.pageCount} ${ledger.rowCount}`
    if (this.#last?.key !== key || this.#last.ledger !== ledger) {
      this.#last = { key, ledger, rows: assemble(this.#keptIn.of(ledger), ledger) }
    }
    return this.#last.rows
  }
}

function placesOf(rows: readonly ActivityRow[], keeps: Keeps): readonly number[] {
  return rows.flatMap((row, place) => (keeps(row) ? [place] : []))
}

function assemble(pages: readonly (readonly number[] | undefined)[], ledger: Ledger): RefinedRows {
  const kept: number[] = []
  let unseen = 0
  pages.forEach((places, index) => {
    const start = ledger.startOf(index)
    if (places) for (const place of places) kept.push(start + place)
    else {
      const end = ledger.startOf(index + 1)
      unseen += end - start
      for (let row = start; row < end; row += 1) kept.push(row)
    }
  })
  return { kept, unseen }
}
