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
  return periodText(freezePeriod(query, moment).bounds[query.sort], zoned(query, moment).timeZone)
}

/** Null when the text is no period. */
export function pastedPeriod(query: ActivityQuery, text: string, moment: Moment): ActivityQuery | null {
  const typed = text.trim()
  const here = zoned(query, moment)
  if (typed === '' || typed.length > longest || readPeriod(typed, here).status === 'not-understood') return null
  return applyTyped(query, typed, here)
}

/** Times on the wall are those of the zone that was chosen for the list. */
function zoned(query: ActivityQuery, moment: Moment): Moment {
  return { ...moment, timeZone: query.timeZone ?? moment.timeZone }
}
