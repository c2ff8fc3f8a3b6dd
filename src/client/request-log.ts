/** What was asked and how it went, one entry for each try. Never holds a credential. */
import type { Parameters } from '#core/query/plan-types.ts'

export interface Exchange {
  /** Counts up from 1 for each client. */
  readonly number: number
  readonly method: 'GET' | 'POST'
  /** Below the base URL, such as `/activity/call/`. */
  readonly path: string
  readonly parameters: Parameters
  /** JSON, of a POST. */
  readonly body: string | null
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** Milliseconds until the answer was read, or until it failed. */
  readonly took: number
  /** Null when there was no answer. */
  readonly status: number | null
  /** Bytes of the answer's text; null when there was none. */
  readonly size: number | null
}

/** An answer as it came. */
export interface RawAnswer {
  readonly number: number
  readonly text: string
}

export interface RequestLog {
  /** The newest last; another array whenever there is another entry. */
  readonly getSnapshot: () => readonly Exchange[]
  readonly subscribe: (listener: () => void) => () => void
  readonly clear: () => void
  /** The last page of a list, or null when it is not kept. */
  readonly lastPage: () => RawAnswer | null
  /** For the client. `text` is the answer's, free of credentials. */
  readonly record: (exchange: Omit<Exchange, 'number' | 'size'>, text: string | null) => void
  /** For what another client of the same credential asked, in a worker. */
  readonly adopt: (exchange: Omit<Exchange, 'number'>) => void
}

/** Entries kept. */
const kept = 200

/** Longer answers are not kept. */
const longest = 4_000_000

const bytes = new TextEncoder()

const listOfActivities = /^\/activity\/([a-z]+(_[a-z]+)*\/){0,2}$/

export function createRequestLog(): RequestLog {
  let exchanges: readonly Exchange[] = []
  let page: RawAnswer | null = null
  let count = 0
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const add = (exchange: Omit<Exchange, 'number'>) => {
    count += 1
    exchanges = [...exchanges.slice(-kept + 1), { ...exchange, number: count }]
  }
  return {
    getSnapshot: () => exchanges,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    clear() {
      exchanges = []
      page = null
      tell()
    },
    lastPage: () => page,
    adopt(exchange) {
      add(exchange)
      tell()
    },
    record(exchange, text) {
      add({ ...exchange, size: text === null ? null : bytes.encode(text).length })
      if (exchange.status === 200 && text !== null && text.length <= longest && listOfActivities.test(exchange.path))
        page = { number: count, text }
      tell()
    },
  }
}
