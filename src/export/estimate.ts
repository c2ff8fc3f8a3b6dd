/** What an export will take, from what the table knows of its list. Close gives no totals, so it is an estimate or nothing. */
import type { Stream } from '#core/query/plan-types.ts'
import { parseTimestamp } from '#core/query/timestamp.ts'

export interface Known {
  /** Rows walked so far, and whether the list ended there. */
  readonly rows: number
  readonly ended: boolean
  /** The sorted dates of the first and the last of them, as sent. */
  readonly newest: string | null
  readonly reached: string | null
  /** Milliseconds of a usual request for a page; null before there was one. */
  readonly requestMs: number | null
}

export type Estimate =
  /** `isExact`: the table has seen the end. */
  | {
      readonly kind: 'estimate'
      readonly isExact: boolean
      readonly rows: number
      readonly requests: number
      readonly seconds: number | null
    }
  | { readonly kind: 'unknown'; readonly why: 'nothing-loaded' | 'no-beginning' | 'too-few' }

/** Fewer rows tell too little of how dense a list is. */
const fewest = 20

export function estimateOf({ from, limit }: Pick<Stream, 'from' | 'limit'>, known: Known, workers: number): Estimate {
  if (known.ended) return estimated(known.rows, true, { limit, known, workers })
  const newest = parseTimestamp(known.newest ?? '')
  const reached = parseTimestamp(known.reached ?? '')
  if (!newest || !reached) return { kind: 'unknown', why: 'nothing-loaded' }
  if (!from) return { kind: 'unknown', why: 'no-beginning' }
  const covered = newest.seconds - reached.seconds
  if (known.rows < fewest || covered <= 0) return { kind: 'unknown', why: 'too-few' }
  const all = Math.max(covered, newest.seconds - from.at)
  return estimated((known.rows / covered) * all, false, { limit, known, workers })
}

function estimated(
  rows: number,
  isExact: boolean,
  { limit, known, workers }: { limit: number; known: Known; workers: number },
): Estimate {
  const requests = Math.max(1, Math.ceil(rows / limit))
  const seconds = known.requestMs === null ? null : (requests * known.requestMs) / 1000 / Math.min(workers, requests)
  return { kind: 'estimate', isExact, rows: isExact ? rows : rounded(rows), requests: rounded(requests), seconds }
}

/** To two digits: more would promise what nobody knows. */
function rounded(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1)
  return Math.round(value / step) * step
}

/** Rows below the header that Excel shows. */
export const sheetRows = 1_048_575
