/** Counts by bucket and type of what a tally holds. New rows are counted alone; other edges make another histogram. */
import type { Tally } from './tally.ts'

export class Histogram {
  readonly edges: readonly number[]
  readonly #tally: Tally
  #counted = 0
  #cuts: number
  #byType: Uint32Array[] = []
  #sums: number[] = []
  #highest = 0
  #totals: Uint32Array

  constructor(tally: Tally, edges: readonly number[]) {
    this.#tally = tally
    this.edges = edges
    this.#cuts = tally.cuts
    this.#totals = new Uint32Array(this.size)
  }

  get size(): number {
    return Math.max(0, this.edges.length - 1)
  }

  /** Rows looked at by this histogram so far. */
  get counted(): number {
    return this.#counted
  }

  /** Counts what was put into the tally since the last time. Answers itself. */
  catchUp(): this {
    if (this.#cuts !== this.#tally.cuts) this.#begin()
    let bucket = 0
    for (; this.#counted < this.#tally.length; this.#counted += 1) {
      const time = this.#tally.timeOf(this.#counted)
      bucket = bucketAt(this.edges, time, bucket)
      if (bucket < 0) continue
      const type = this.#tally.typeOf(this.#counted)
      const counts = (this.#byType[type] ??= new Uint32Array(this.size))
      const total = (this.#totals[bucket] ?? 0) + 1
      counts[bucket] = (counts[bucket] ?? 0) + 1
      this.#totals[bucket] = total
      this.#sums[type] = (this.#sums[type] ?? 0) + 1
      this.#highest = Math.max(this.#highest, total)
    }
    return this
  }

  totalAt(bucket: number): number {
    return this.#totals[bucket] ?? 0
  }

  /** Of the bucket that has most; 0 when nothing is counted. */
  get highest(): number {
    return this.#highest
  }

  /** Types that occur at all, as sent. */
  get types(): readonly string[] {
    return this.#tally.types.filter((_, number) => this.#sums[number] !== undefined)
  }

  /** Of a type, in all buckets. */
  sumOf(type: string): number {
    return this.#sums[this.#tally.types.indexOf(type)] ?? 0
  }

  countAt(bucket: number, type: string): number {
    return this.#byType[this.#tally.types.indexOf(type)]?.[bucket] ?? 0
  }

  #begin() {
    this.#cuts = this.#tally.cuts
    this.#counted = 0
    this.#byType = []
    this.#sums = []
    this.#highest = 0
    this.#totals = new Uint32Array(this.size)
  }
}

/** The bucket of a moment; −1 outside of all. `guess` is looked at first: neighbours are mostly in the same one. */
export function bucketAt(edges: readonly number[], time: number, guess = 0): number {
  const isIn = (bucket: number) => time >= (edges[bucket] ?? Infinity) && time < (edges[bucket + 1] ?? -Infinity)
  if (isIn(guess)) return guess
  if (!(time >= (edges[0] ?? Infinity) && time < (edges.at(-1) ?? -Infinity))) return -1
  let low = 0
  let high = edges.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((edges[middle] ?? Infinity) <= time) low = middle
    else high = middle - 1
  }
  return low
}
