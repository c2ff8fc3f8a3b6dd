import type { Days } from '#core/query/dates.ts'

/** "1 – 30 Sep 2026" */
export function formatDays({ first, last }: Days, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  return format.formatRange(noon(first), noon(last))
}

/** Says that a bound is more exact than its day; undefined when it is not. */
export function formatExact(instant: string | null): string | undefined {
  return instant === null ? undefined : `Exactly ${instant.replace('T', ' ').replace('Z', ' UTC')}`
}

/** A civil day is shown as it is, in whatever zone. */
function noon(day: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).epochMilliseconds
}
