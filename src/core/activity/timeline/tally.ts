/** When each row of a walk was and of which type, without the rows: what was fetched is known also after its page was dropped. */

/** Types that one list can tell apart; more are the last one. */
const mostTypes = 256

export class Tally {
  #times = new Float64Array(256)
  #types = new Uint8Array(256)
  #length = 0
  #cuts = 0
  #names: string[] = []
  #numbers = new Map<string, number>()
  #newest = -Infinity
  #oldest = Infinity
  #tops: ReadonlySet<number> | null = null

  /** Rows put in. */
  get length(): number {
    return this.#length
  }

  /** How often something that was counted may have gone: what was counted before is then to be counted anew. */
  get cuts(): number {
    return this.#cuts
  }

  /** As sent, by number. */
  get types(): readonly string[] {
    return this.#names
  }

  /** In seconds since 1970; null as long as no row has a date. */
  get newest(): number | null {
    return this.#newest === -Infinity ? null : this.#newest
  }

  get oldest(): number | null {
    return this.#oldest === Infinity ? null : this.#oldest
  }

  /** Seconds since 1970; NaN for a row without a date, and for one that is not counted. */
  timeOf(row: number): number {
    return this.#tops && !this.#tops.has(row) ? Number.NaN : (this.#times[row] ?? Number.NaN)
  }

  /** The number of its type. */
  typeOf(row: number): number {
    return this.#types[row] ?? 0
  }

  /** After the rows that are there. */
  add(time: number | null, type: string): void {
    if (this.#length === this.#times.length) this.#grow()
    this.#times[this.#length] = time ?? Number.NaN
    this.#types[this.#length] = this.#numberOf(type)
    this.#length += 1
    if (time === null) return
    this.#newest = Math.max(this.#newest, time)
    this.#oldest = Math.min(this.#oldest, time)
  }

  /** Counts these only: a message that stands under its conversation is not one more. */
  countOnly(tops: readonly number[]): void {
    this.#tops = new Set(tops)
    this.#cuts += 1
  }

  /** Forgets all rows from that one on. */
  cut(length: number): void {
    if (length >= this.#length) return
    this.#length = length
    this.#cuts += 1
    this.#newest = -Infinity
    this.#oldest = Infinity
    for (let row = 0; row < length; row += 1) {
      const time = this.#times[row] ?? Number.NaN
      if (Number.isNaN(time)) continue
      this.#newest = Math.max(this.#newest, time)
      this.#oldest = Math.min(this.#oldest, time)
    }
  }

  #numberOf(type: string): number {
    const known = this.#numbers.get(type)
    if (known !== undefined) return known
    const number = Math.min(this.#names.length, mostTypes - 1)
    if (number === this.#names.length) this.#names.push(type)
    this.#numbers.set(type, number)
    return number
  }

  #grow() {
    const times = new Float64Array(this.#times.length * 2)
    const types = new Uint8Array(this.#types.length * 2)
    times.set(this.#times)
    types.set(this.#types)
    this.#times = times
    this.#types = types
  }
}
