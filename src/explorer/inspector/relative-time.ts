import { parseTimestamp } from '#core/query/timestamp.ts'

const units = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** "3 days ago", "in 2 hours"; empty for a text that is no timestamp. `now` in milliseconds since 1970. */
export function relativeText(timestamp: string, now: number, locale: string): string {
  const parsed = parseTimestamp(timestamp)
  if (!parsed) return ''
  const away = parsed.seconds - now / 1000
  const [unit, seconds] = units.find(([, size]) => Math.abs(away) >= size) ?? (['second', 1] as const)
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(away / seconds), unit)
}
