/** Explicit bounds as a person picks them: a first and a last day, both included. */
import type { Bounds, Comparison, DateText } from '#core/query/activity-query.ts'

/** One end of a span as the form shows it. */
export interface End {
  /** `YYYY-MM-DD`, or empty when this end is open. */
  readonly day: string
  /** The instant, when the bound is more exact than a day. */
  readonly instant: DateText | null
}

const open: End = { day: '', instant: null }

export function firstEnd(bounds: Bounds, timeZone: string): End {
  if (bounds.gte !== undefined) return endOf(bounds.gte, timeZone, 0)
  if (bounds.gt !== undefined) return endOf(bounds.gt, timeZone, 1)
  return open
}

export function lastEnd(bounds: Bounds, timeZone: string): End {
  if (bounds.lte !== undefined) return endOf(bounds.lte, timeZone, 0)
  if (bounds.lt !== undefined) return endOf(bounds.lt, timeZone, -1)
  return open
}

/** Replaces the lower bound; an empty day opens it. */
export function withFirstDay(bounds: Bounds, day: string): Bounds {
  return { ...only(bounds, ['lte', 'lt']), ...(day !== '' && { gte: day }) }
}

/** Replaces the upper bound; an empty day opens it. */
export function withLastDay(bounds: Bounds, day: string): Bounds {
  return { ...only(bounds, ['gte', 'gt']), ...(day !== '' && { lte: day }) }
}

function only(bounds: Bounds, comparisons: readonly Comparison[]): Bounds {
  return Object.fromEntries(comparisons.flatMap((name) => (bounds[name] === undefined ? [] : [[name, bounds[name]]])))
}

/** A whole day excluded by `gt` or `lt` is the next or the previous day included. */
function endOf(text: DateText, timeZone: string, shift: -1 | 0 | 1): End {
  if (!text.includes('T')) return { day: Temporal.PlainDate.from(text).add({ days: shift }).toString(), instant: null }
  const day = Temporal.Instant.from(text).toZonedDateTimeISO(timeZone).toPlainDate().toString()
  return { day, instant: text }
}
