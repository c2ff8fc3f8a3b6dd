import { errorRefusal, fieldRefusal, type Refusal } from '#sandbox/refusal.ts'

/** Collects what is wrong with a request. The older shape names one thing, the newer one all fields. */
export class Problems {
  #error: string | null = null
  readonly #fields: Record<string, string> = {}

  /** In the older shape: only the first is told. */
  error(text: string): void {
    this.#error ??= text
  }

  /** In the newer shape, under the parameter's name. */
  field(parameter: string, text: string): void {
    this.#fields[parameter] ??= text
  }

  refusal(): Refusal | null {
    if (this.#error !== null) return errorRefusal(400, this.#error)
    return Object.keys(this.#fields).length > 0 ? fieldRefusal(this.#fields) : null
  }
}
