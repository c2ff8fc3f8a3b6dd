/**
 * Rows in ascending order of a key, ties in order of their row number. Lists are read from the end, so what is new is
 * added cheaply.
 */
export class SortedIndex {
  #rows: Uint32Array
  #length: number
  readonly #keyOf: (row: number) => number

  /** `rows` must be sorted already; it is kept, not copied. */
  constructor(rows: Uint32Array, keyOf: (row: number) => number) {
    this.#rows = rows
    this.#length = rows.length
    this.#keyOf = keyOf
  }

  get length(): number {
    return this.#length
  }

  at(position: number): number {
    return this.#rows[position] ?? -1
  }

  /** The first position whose key is `key` or more. */
  lowerBound(key: number): number {
    let low = 0
    let high = this.#length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#keyOf(this.at(middle)) < key) low = middle + 1
      else high = middle
    }
    return low
  }

  insert(row: number): void {
    const position = this.#placeOf(row)
    if (this.#length === this.#rows.length) {
      const bigger = new Uint32Array(Math.max(16, this.#length + (this.#length >> 1)))
      bigger.set(this.#rows)
      this.#rows = bigger
    }
    this.#rows.copyWithin(position + 1, position, this.#length)
    this.#rows[position] = row
    this.#length++
  }

  /** Takes the row out, by its present key. */
  remove(row: number): void {
    const position = this.#placeOf(row)
    if (this.at(position) !== row) return
    this.#rows.copyWithin(position, position + 1, this.#length)
    this.#length--
  }

  #placeOf(row: number): number {
    const key = this.#keyOf(row)
    let position = this.lowerBound(key)
    while (position < this.#length && this.#keyOf(this.at(position)) === key && this.at(position) < row) position++
    return position
  }
}

/** All of `count` rows in ascending order of their key, ties by row number. Keys are whole seconds and their fraction in micros. */
export function sortRows(count: number, keys: Float64Array): Uint32Array {
  let lowest = Infinity
  for (let row = 0; row < count; row++) lowest = Math.min(lowest, keys[row] ?? 0)
  // Sorting plain numbers is several times faster than sorting with a comparison: second and row share one number.
  const room = 2 ** Math.max(1, Math.ceil(Math.log2(count + 1)))
  const packed = new Float64Array(count)
  for (let row = 0; row < count; row++) packed[row] = Math.floor(((keys[row] ?? 0) - lowest) / 1_000_000) * room + row
  packed.sort()
  const rows = new Uint32Array(count)
  for (let position = 0; position < count; position++) rows[position] = (packed[position] ?? 0) % room
  orderWithinSeconds(rows, keys)
  return rows
}

function orderWithinSeconds(rows: Uint32Array, keys: Float64Array): void {
  for (let i = 1; i < rows.length; i++) {
    const row = rows[i] ?? 0
    const key = keys[row] ?? 0
    let j = i - 1
    while (j >= 0 && (keys[rows[j] ?? 0] ?? 0) > key) {
      rows[j + 1] = rows[j] ?? 0
      j--
    }
    rows[j + 1] = row
  }
}
