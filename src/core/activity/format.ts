/** Numbers and instants for a reader, by formatters that are made once per locale and zone. */
import { parseTimestamp } from '#core/query/timestamp.ts'

function once<Value>(make: (locale: string, detail: string) => Value): (locale: string, detail: string) => Value {
  const made = new Map<string, Value>()
  return (locale, detail) => {
    const key = `${locale} ${detail}`
    const found = made.get(key)
    if (found) return found
    const value = make(locale, detail)
    made.set(key, value)
    return value
  }
}

const instantFormat = once(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' }),
)

const dayFormat = once(
  (locale, detail) =>
    new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      ...(detail === 'weekday' ? { weekday: 'long' } : { day: 'numeric', month: 'short' }),
    }),
)

const numberFormat = once((locale) => new Intl.NumberFormat(locale))

// Read by its parts: no locale data can then change what a file says.
const isoFormat = once(
  (_, timeZone) =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }),
)

/** "4 Mar 2026, 15:05" in the zone; a text that is no timestamp as it came. */
export function instantText(timestamp: string, locale: string, timeZone: string): string {
  const parsed = parseTimestamp(timestamp)
  return parsed ? instantFormat(locale, timeZone).format(parsed.seconds * 1000) : timestamp
}

/** `2026-03-04 15:05:09` in the zone; null for a text that is no timestamp. */
export function localDateTime(timestamp: string, timeZone: string): string | null {
  const parsed = parseTimestamp(timestamp)
  if (!parsed) return null
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of isoFormat('', timeZone).formatToParts(parsed.seconds * 1000)) part[type] = value
  const year = (part.year ?? '').padStart(4, '0')
  return `${year}-${part.month}-${part.day} ${part.hour}:${part.minute}:${part.second}`
}

/** "Wednesday" or "4 Mar" for a day such as `2026-03-04`. */
export function dayText(day: string, locale: string, detail: 'weekday' | 'short'): string {
  return dayFormat(locale, detail).format(Date.parse(`${day}T12:00:00Z`))
}

export function numberText(value: number, locale: string): string {
  return numberFormat(locale, '').format(value)
}
