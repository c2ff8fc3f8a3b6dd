/** One request that the sandbox has answered. */
export interface LoggedRequest {
  readonly method: string
  /** `/activity/call/` */
  readonly path: string
  /** Without `?`. */
  readonly search: string
  readonly status: number
  /** The fault that was put in its way. */
  readonly fault: string | null
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface UnknownParameter {
  readonly path: string
  readonly name: string
}

const KEPT = 20_000

/** What was asked, for tests that count requests or look for misspelt parameters. */
export class Journal {
  readonly requests: LoggedRequest[] = []
  /** Parameters that a path does not document, each once. */
  readonly unknownParameters: UnknownParameter[] = []
  /** Requests begun so far. */
  begun = 0

  log(request: LoggedRequest): void {
    if (this.requests.length >= KEPT) this.requests.splice(0, KEPT / 2)
    this.requests.push(request)
  }

  noteUnknown(path: string, names: readonly string[]): void {
    for (const name of names) {
      const known = this.unknownParameters.some((unknown) => unknown.path === path && unknown.name === name)
      if (!known && this.unknownParameters.length < 1000) this.unknownParameters.push({ path, name })
    }
  }
}
