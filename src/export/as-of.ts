/** An export shows what there was when it began: later arrivals are left out, meetings to come are not. */
import type { WireActivity } from '#core/close/wire.ts'
import { parseTimestamp } from '#core/query/timestamp.ts'

/** The second that an export is as of. */
export interface AsOf {
  /** Null before the first page. */
  readonly second: () => number | null
  /** What the first answer holds was there at the start, so a clock that is behind Close's moves up to it and hides nothing. */
  readonly hear: (activities: readonly WireActivity[]) => void
  readonly isLate: (activity: WireActivity) => boolean
}

export function createAsOf(startedAt: number, saved: number | null): AsOf {
  let second = saved
  return {
    second: () => second,
    hear(activities) {
      if (second !== null) return
      second = Math.floor(startedAt / 1000)
      for (const activity of activities) second = Math.max(second, createdAt(activity) ?? 0)
    },
    isLate: (activity) => (createdAt(activity) ?? 0) > (second ?? Infinity),
  }
}

/** Whole seconds; null for a meeting, which is dated to when it begins. */
function createdAt(activity: WireActivity): number | null {
  const date = activity['date_created']
  if (activity['_type'] === 'Meeting' || typeof date !== 'string') return null
  return parseTimestamp(date)?.seconds ?? null
}
