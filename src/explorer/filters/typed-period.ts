/** What is typed into the period, beside the presets. Loaded when the page has time for it. */
import type { ActivityQuery, Bounds } from '#core/query/activity-query.ts'
import type { Moment } from '#core/query/dates.ts'
import { periodText } from '#core/query/period/period-text.ts'
import { readPeriod } from '#core/query/period/read-period.ts'
import type { Offer } from '#ui/combobox.tsx'

/** Null where a preset says the same. */
export function offerOf(typed: string, moment: Moment): Offer | null {
  const reading = readPeriod(typed, moment)
  if (reading.status === 'not-understood') return { why: reading.reason }
  if (reading.range !== null || isEmpty(reading.bounds)) return null
  return { label: periodText(reading.bounds, moment.timeZone) }
}

/** The query within the period of an offer. */
export function applyTyped(query: ActivityQuery, label: string, moment: Moment): ActivityQuery {
  const reading = readPeriod(label, moment)
  if (reading.status === 'not-understood') return query
  return { ...query, range: reading.range, bounds: { date_created: {}, activity_at: {}, [query.sort]: reading.bounds } }
}

function isEmpty(bounds: Bounds): boolean {
  return Object.keys(bounds).length === 0
}
