/** The period taken along as text, to another list, another tab or a message. Loaded when somebody asks for it. */
import type { ActivityQuery } from '#core/query/activity-query.ts'
import type { Moment } from '#core/query/dates.ts'
import { freezePeriod } from '#core/query/period/freeze.ts'
import { periodText } from '#core/query/period/period-text.ts'
import { readPeriod } from '#core/query/period/read-period.ts'
import { applyTyped } from './typed-period.ts'

/** More than any period takes: the clipboard may hold anything. */
const longest = 100

/** The days it stands for now, as `pastedPeriod` reads them. */
export function copiedPeriod(query: ActivityQuery, moment: Moment): string {
  return periodText(freezePeriod(query, moment).bounds[query.sort], moment.timeZone)
}

/** Null when the text is no period. */
export function pastedPeriod(query: ActivityQuery, text: string, moment: Moment): ActivityQuery | null {
  const typed = text.trim()
  if (typed === '' || typed.length > longest || readPeriod(typed, moment).status === 'not-understood') return null
  return applyTyped(query, typed, moment)
}
