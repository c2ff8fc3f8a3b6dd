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

/**
 * "4 Mar 2026, 15:05" in the zone; a text that is no timestamp as it came. In an hour that comes twice, when clocks are put back, with the
 * difference to UTC: "25 Oct 2026, 02:50 +2".
 */
export function instantText(timestamp: string, locale: string, timeZone: string): string {
  const parsed = parseTimestamp(timestamp)
  if (!parsed) return timestamp
  const text = instantFormat(locale, timeZone).format(parsed.seconds * 1000)
  return comesTwice(parsed.seconds, timeZone) ? `${text} ${offsetText(offset(parsed.seconds, timeZone))}` : text
}

/** Clocks are never put back by more, in seconds. */
const mostBack = 3 * 3600

/** Whether clocks change on a day or beside it, by zone and day. */
const steady = new Map<string, boolean>()

function comesTwice(seconds: number, timeZone: string): boolean {
  const day = Math.floor(seconds / 86_400) * 86_400
  const key = `${timeZone} ${day}`
  let isSteady = steady.get(key)
  if (isSteady === undefined) {
    isSteady = offset(day - mostBack, timeZone) === offset(day + 86_400 + mostBack, timeZone)
    if (steady.size > 10_000) steady.clear()
    steady.set(key, isSteady)
  }
  if (isSteady) return false
  const back = offset(seconds - mostBack, timeZone) - offset(seconds + mostBack, timeZone)
  const here = offset(seconds, timeZone)
  return back > 0 && [back, -back].some((by) => by + offset(seconds + by, timeZone) === here)
}

/** Seconds ahead of UTC. */
function offset(seconds: number, timeZone: string): number {
  return Date.parse(`${localOf(seconds, timeZone).replace(' ', 'T')}Z`) / 1000 - seconds
}

function offsetText(ahead: number): string {
  const minutes = Math.abs(ahead) / 60
  const rest = minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`
  return `${ahead < 0 ? '−' : '+'}${Math.floor(minutes / 60)}${rest}`
}

/** `2026-03-04 15:05:09` in the zone; null for a text that is no timestamp. */
export function localDateTime(timestamp: string, timeZone: string): string | null {
  const parsed = parseTimestamp(timestamp)
  return parsed ? localOf(parsed.seconds, timeZone) : null
}

function localOf(seconds: number, timeZone: string): string {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of isoFormat('', timeZone).formatToParts(seconds * 1000)) part[type] = value
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
