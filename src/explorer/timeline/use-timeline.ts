/** What the timeline draws: the span, its buckets, their counts, and what of it is known. */
import { useMemo, useState, useSyncExternalStore } from 'react'
import type { Pacer } from '#client/pacer.ts'
import { type Buckets, bucketsOf, type Span } from '#core/activity/timeline/buckets.ts'
import { coverageOf, type Part, type Progress, spanOf } from '#core/activity/timeline/coverage.ts'
import { Histogram } from '#core/activity/timeline/histogram.ts'
import type { Stream } from '#core/query/plan-types.ts'
import { parseTimestamp } from '#core/query/timestamp.ts'
import type { Activities } from '#explorer/results/use-activities.ts'

export interface Drawn {
  readonly buckets: Buckets
  readonly histogram: Histogram
  readonly parts: readonly Part[]
}

interface Needs {
  readonly activities: Activities
  readonly stream: Stream
  readonly pacer: Pacer
  readonly timeZone: string
  /** Buckets there is room for. */
  readonly most: number
  /** How far down is being fetched, in seconds since 1970. */
  readonly goal: number | null
}

/** Null as long as there is nothing to draw. */
export function useTimeline({ activities, stream, pacer, timeZone, most, goal }: Needs): Drawn | null {
  const { ledger, end } = activities
  const { tally, pageCount } = ledger
  const span = useSpan(stream, { newest: tally.newest, oldest: tally.oldest, end })
  const buckets = useMemo(() => span && bucketsOf(span, timeZone, most), [span, timeZone, most])
  const histogram = useMemo(() => buckets && new Histogram(tally, buckets.edges), [tally, buckets])
  const doing = useDoing(activities, pacer)
  const { newest } = tally
  const reached = reachedBy(activities)
  const parts = useMemo(() => {
    const drawn = { from: buckets?.edges[0] ?? 0, until: buckets?.edges.at(-1) ?? 0 }
    return coverageOf(drawn, { newest, oldest: reached, end, doing, pages: pageCount, goal })
  }, [buckets, newest, reached, end, doing, pageCount, goal])
  histogram?.catchUp()
  return useMemo(() => (buckets && histogram ? { buckets, histogram, parts } : null), [buckets, histogram, parts])
}

/** Seconds since 1970 down to which everything is fetched; null before the first row. */
export function reachedBy({ ledger }: Activities): number | null {
  return ledger.reached === null ? null : (parseTimestamp(ledger.reached)?.seconds ?? null)
}

/** The same object as long as it is the same span. */
function useSpan(stream: Stream, walked: Parameters<typeof spanOf>[1]): Span | null {
  const [held, setHeld] = useState<Span | null>(null)
  const next = spanOf(stream, walked, held)
  if (next === held || JSON.stringify(next) === JSON.stringify(held)) return held
  setHeld(next)
  return next
}

function useDoing({ problem, isFetching, isRefreshing }: Activities, pacer: Pacer): Progress['doing'] {
  const { waitingUntil } = useSyncExternalStore(pacer.subscribe, pacer.getSnapshot)
  if (problem) return 'failed'
  if (!isFetching || isRefreshing) return 'nothing'
  return waitingUntil === null ? 'fetching' : 'waiting'
}
