/** Which part of a searched span is known: the walk goes down from its newest end. */
import type { Window } from '#core/query/plan-types.ts'
import type { Span } from './buckets.ts'

export type CoverageState = 'fetched' | 'fetching' | 'waiting' | 'failed' | 'unknown'

export interface Part {
  /** Seconds since 1970. */
  readonly from: number
  readonly until: number
  readonly state: CoverageState
}

export interface Walked {
  /** Dates of the rows so far, in seconds; null without any. */
  readonly newest: number | null
  readonly oldest: number | null
  readonly end: 'open' | 'ended' | 'halted'
}

/**
 * The span that is drawn: the searched one; where it is open, from what is loaded. While an open list goes on there is
 * room below it, which grows by half of the whole, so that the span changes seldom. Null when there is nothing to draw.
 */
export function spanOf({ from, until }: Window, { newest, oldest, end }: Walked, before: Span | null): Span | null {
  const last = until ? until.at + (until.inclusive ? 1 : 0) : newest === null ? null : newest + 1
  if (last === null) return null
  if (from) return from.at < last ? { from: from.at, until: last, isUntilOpen: !until } : null
  if (oldest === null) return null
  const isStill = end === 'open' && before !== null && before.until === last && before.from <= oldest
  if (isStill) return before
  const first = end === 'ended' ? oldest : oldest - Math.max(3600, Math.ceil((last - oldest) / 2))
  return first < last ? { from: first, until: last, isFromOpen: true, isUntilOpen: !until } : null
}

export interface Progress extends Walked {
  readonly doing: 'nothing' | 'fetching' | 'waiting' | 'failed'
  /** Pages walked. */
  readonly pages: number
  /** How far down is being fetched; null for the next page only. */
  readonly goal: number | null
}

/** The parts of a span, newest first, without gaps. Parts without length are left out. */
export function coverageOf({ from, until }: Span, { oldest, end, doing, pages, goal }: Progress): readonly Part[] {
  if (end === 'ended') return [{ from, until, state: 'fetched' }]
  const reached = Math.min(until, Math.max(from, oldest ?? until))
  const below = end === 'halted' ? 'failed' : doing === 'nothing' ? 'unknown' : doing
  // How far a page reaches is not known before it is there: as far as those before it.
  const isOne = end === 'halted' || doing === 'nothing'
  const next = isOne ? from : (goal ?? (pages > 0 ? reached - (until - reached) / pages : from))
  const edge = Math.min(reached, Math.max(from, next))
  const parts: Part[] = [
    { from: reached, until, state: 'fetched' },
    { from: edge, until: reached, state: below },
    { from, until: edge, state: 'unknown' },
  ]
  return parts.filter((part) => part.until > part.from)
}
