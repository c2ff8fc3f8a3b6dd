/**
 * Close's timestamps and instants, by integer arithmetic on their text. `Date` is not used: it cuts microseconds, and a
 * bound cut downwards loses the rows between.
 */

/** A moment: whole seconds since 1970-01-01T00:00:00Z, and the microseconds after them, from 0 to below 1,000,000. */
export interface Timestamp {
  readonly seconds: number
  readonly micros: number
}

const pattern = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:?\d\d)?$/

const daySeconds = 86_400

/** Days from 1970-01-01 to a date of the proleptic Gregorian calendar (Howard Hinnant's `days_from_civil`). */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The date that many days after 1970-01-01: the inverse of `daysFromCivil`. */
export function civilFromDays(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** Whether such a day exists: 30 February does not. */
export function isCivilDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false
  const back = civilFromDays(daysFromCivil(year, month, day))
  return back.month === month && back.day === day
}

function offsetSeconds(zone: string | undefined): number | null {
  // Close prints some timestamps without an offset; they are UTC too.
  if (zone === undefined || zone === 'Z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(-2))
  if (hours > 23 || minutes > 59) return null
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60)
}

/** Reads `YYYY-MM-DDTHH:MM:SS[.ffffff][Z|±HH:MM]`; null for anything else, and for moments that do not exist. */
export function parseTimestamp(text: string): Timestamp | null {
  const found = pattern.exec(text)
  if (!found) return null
  const [year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN] = found.slice(1, 7).map(Number)
  const offset = offsetSeconds(found[8])
  if (offset === null || hour > 23 || minute > 59 || second > 59 || !isCivilDay(year, month, day)) return null
  return {
    seconds: daysFromCivil(year, month, day) * daySeconds + hour * 3600 + minute * 60 + second - offset,
    micros: Number((found[7] ?? '').padEnd(9, '0')) / 1000,
  }
}

/** Negative when `a` is earlier, 0 when they are the same moment, positive when `a` is later. */
export function compareTimestamps(a: Timestamp, b: Timestamp): number {
  return a.seconds - b.seconds || a.micros - b.micros
}

/** The first whole second at or after the moment. */
export function roundUpToSecond(timestamp: Timestamp): number {
  return timestamp.micros === 0 ? timestamp.seconds : timestamp.seconds + 1
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** A whole second as the API takes it: `2026-03-01T09:30:00Z`. */
export function formatInstant(epochSeconds: number): string {
  const days = Math.floor(epochSeconds / daySeconds)
  const rest = epochSeconds - days * daySeconds
  const { year, month, day } = civilFromDays(days)
  const time = `${two(Math.floor(rest / 3600))}:${two(Math.floor((rest % 3600) / 60))}:${two(rest % 60)}`
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${time}Z`
}
