/**
 * Where each page of one walk begins. The table holds only some pages at a time; with their places, any other can be asked
 * for again. Places follow from one another: when a page that is asked for again has changed, what came after it is
 * forgotten and walked anew, so that no row between two pages can go missing.
 */
import { Conversations, type MatchingById } from '#core/activity/conversations.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { Tally } from '#core/activity/timeline/tally.ts'
import type { SortField } from '#core/query/activity-query.ts'
import { parseTimestamp } from '#core/query/timestamp.ts'
import { type Cursor, firstCursor } from '#core/query/walk.ts'

/** The page param of the infinite query. */
export interface Place {
  readonly ledger: Ledger
  /** Pages before it. */
  readonly index: number
  readonly cursor: Cursor
}

/** A page as the cache keeps it: rows only, never what Close sent. */
export interface Page {
  readonly place: Place
  readonly rows: readonly ActivityRow[]
  /** Where to go on; null at the end of the list, and where the walk had to stop. */
  readonly next: Cursor | null
  /** The walk cannot go on, although this is not the end of the list. */
  readonly halted: boolean
}

/** Rows that came to stand among those of a list: so many, the first of them at that place. */
export interface Run {
  readonly at: number
  readonly count: number
}

export interface Growth {
  /** Of every page, and of the one to come. */
  readonly places: readonly Place[]
  readonly starts: readonly number[]
  readonly runs: readonly Run[]
  readonly seam: number
}

export class Ledger {
  #places: Place[]
  /** The first row of each page; one more entry than pages known, the last being where the next page will begin. */
  #starts: number[] = [0]
  #end: 'open' | 'ended' | 'halted' = 'open'
  #reached: string | null = null
  #runs: readonly Run[] = []
  #askedAt: number | null = null
  #seam: number | null = null

  /** Which rows stand by themselves, for a list with email threads; null for any other. */
  readonly conversations: Conversations | null

  /** When each row was and of which type, also of those that are no longer held. */
  readonly tally = new Tally()

  readonly #sort: SortField

  constructor({ withThreads = false, sort = 'date_created' }: { withThreads?: boolean; sort?: SortField } = {}) {
    this.#sort = sort
    this.conversations = withThreads ? new Conversations() : null
    this.#places = [{ ledger: this, index: 0, cursor: firstCursor() }]
  }

  get first(): Place {
    return this.at(0) ?? { ledger: this, index: 0, cursor: firstCursor() }
  }

  /** Rows of all pages walked so far, also of those no longer held. */
  get rowCount(): number {
    return this.#starts.at(-1) ?? 0
  }

  get pageCount(): number {
    return this.#starts.length - 1
  }

  /** `ended`: the list was walked to its end. `halted`: the walk could not go on before it. */
  get end(): 'open' | 'ended' | 'halted' {
    return this.#end
  }

  /** The sorted date of the last row, as sent. */
  get reached(): string | null {
    return this.#reached
  }

  /** When its first rows came, in milliseconds since 1970; null before. */
  get askedAt(): number | null {
    return this.#askedAt
  }

  /** How often rows came to stand among the others. */
  get growths(): number {
    return this.#runs.length
  }

  /** The first row below those that came last; null when none did. */
  get seam(): number | null {
    return this.#seam
  }

  /** Where a row of after so many growths stands now. */
  rowNow(row: number, growths: number): number {
    return this.#runs.slice(growths).reduce((now, { at, count }) => (at <= now ? now + count : now), row)
  }

  /** Tells rows apart: the same for the same row, also when others come to stand above it. */
  keyOf(row: number): string {
    let was = row
    for (let i = this.#runs.length - 1; i >= 0; i -= 1) {
      const { at = 0, count = 0 } = this.#runs[i] ?? {}
      if (was >= at + count) was -= count
      else if (was >= at) return `${i}+${was}`
    }
    return String(was)
  }

  /** Takes in that rows came to stand among the others; the tally is put right by whoever tells. Not for a list with email threads. */
  grow({ places, starts, runs, seam }: Growth): void {
    this.#places = [...places]
    this.#starts = [...starts]
    this.#runs = [...this.#runs, ...runs]
    this.#seam = seam
  }

  /** Seconds of the sorted date. */
  timeOf({ activityAt, dateCreated }: ActivityRow): number | null {
    const date = this.#sort === 'activity_at' ? activityAt : dateCreated
    return date === null ? null : (parseTimestamp(date)?.seconds ?? null)
  }

  at(index: number): Place | undefined {
    return this.#places[index]
  }

  /** Whether a page with this place still belongs to the walk. */
  holds(place: Place): boolean {
    return this.#places[place.index]?.cursor === place.cursor
  }

  startOf(index: number): number {
    return this.#starts[index] ?? this.rowCount
  }

  /** The page of a row. */
  pageOf(row: number): number {
    let low = 0
    let high = Math.max(0, this.pageCount - 1)
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.startOf(middle) <= row) low = middle
      else high = middle - 1
    }
    return low
  }

  /** Takes in a page that was fetched; `reached` is the sorted date of its last row, `matching` what its threads say of themselves. */
  record({ place, rows, next, halted }: Page, reached: string | null, matching?: MatchingById): void {
    const { index } = place
    if (!this.holds(place)) return
    this.#askedAt ??= Date.now()
    this.conversations?.put(index, rows, matching)
    const end = this.startOf(index) + rows.length
    const known = this.#places[index + 1]
    const isAsBefore =
      index < this.pageCount &&
      this.#starts[index + 1] === end &&
      (next && known ? sameCursor(next, known.cursor) : !next && !known)
    if (isAsBefore) return
    this.conversations?.keep(index + 1)
    this.tally.cut(this.startOf(index))
    for (const row of rows) this.tally.add(this.timeOf(row), row.type)
    if (this.conversations) this.tally.countOnly(this.conversations.assembled.tops)
    this.#places.length = index + 1
    this.#starts.length = index + 1
    this.#starts.push(end)
    if (next) this.#places.push({ ledger: this, index: index + 1, cursor: next })
    this.#end = next ? 'open' : halted ? 'halted' : 'ended'
    this.#reached = reached ?? (index === 0 ? null : this.#reached)
  }
}

/** `read` is left out: it follows from the pages before. */
function sameCursor(a: Cursor, b: Cursor): boolean {
  return JSON.stringify({ ...a, read: null }) === JSON.stringify({ ...b, read: null })
}
