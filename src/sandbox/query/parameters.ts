import type { Strictness } from '#sandbox/strictness.ts'
import type { Problems } from './problems.ts'

/** A request's parameters, read one by one; what is wrong goes to `problems`. */
export class Parameters {
  readonly #values: URLSearchParams
  readonly #problems: Problems
  readonly #strictness: Strictness

  constructor(values: URLSearchParams, problems: Problems, strictness: Strictness) {
    this.#values = values
    this.#problems = problems
    this.#strictness = strictness
  }

  names(): readonly string[] {
    return [...new Set(this.#values.keys())]
  }

  has(name: string): boolean {
    return this.#values.has(name)
  }

  text(name: string): string | null {
    const all = this.#values.getAll(name)
    if (all.length > 1 && this.#strictness.repeatedParameters === 'refuse') {
      this.#problems.field(name, 'Input should be a single value; give several as one comma-separated text')
    }
    return all.at(-1) ?? null
  }

  /** A comma list without its empty entries; null when absent. */
  list(name: string): readonly string[] | null {
    const text = this.text(name)
    if (text === null) return null
    const values = text
      .split(',')
      .map((value) => value.trim())
      .filter((value) => value !== '')
    if (values.length > 0) return values
    if (this.#strictness.emptyLists === 'refuse') this.#problems.field(name, 'Input should name at least one value')
    return null
  }
}
