/** Moments are microseconds since 1970 in UTC, as whole numbers: exact between the years 1685 and 2255. */
export type Micros = number

export const SECOND: Micros = 1_000_000
export const MINUTE: Micros = 60 * SECOND
export const HOUR: Micros = 60 * MINUTE
export const DAY: Micros = 24 * HOUR

/** As Close prints moments: `2026-03-04T14:05:09.113000+00:00`, without a fraction when it is zero. */
export function formatMoment(moment: Micros): string {
  return `${formatWithoutOffset(moment)}+00:00`
}

/** As some of Close's newer resources print moments: the same without an offset. */
export function formatWithoutOffset(moment: Micros): string {
  const seconds = Math.floor(moment / SECOND)
  const fraction = moment - seconds * SECOND
  const text = new Date(seconds * 1000).toISOString().slice(0, 19)
  return fraction === 0 ? text : `${text}.${String(fraction).padStart(6, '0')}`
}

/** `2026-03-04` */
export function formatDay(moment: Micros): string {
  return formatWithoutOffset(moment).slice(0, 10)
}

/** As mail headers print moments: `Wed, 04 Mar 2026 15:20:00 +0000`. */
export function formatMailDate(moment: Micros): string {
  return new Date(Math.floor(moment / 1000)).toUTCString().replace('GMT', '+0000')
}

/** A moment written in a filter, cut to microseconds; `exact` is false when finer digits were cut. */
export interface FilterMoment {
  readonly floor: Micros
  readonly exact: boolean
}

const pattern = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(Z|[+-]\d{2}:?\d{2})?)?$/

/** `2026-03-01` or `2026-03-01T09:30:00[.fraction][zone]`; null when it is neither, or no day of the calendar. */
export function parseFilterMoment(text: string, defaultOffset: Micros): FilterMoment | null {
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = pattern.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  const midnight = new Date(0)
  midnight.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  if (midnight.getUTCMonth() !== Number(month) - 1 || midnight.getUTCDate() !== Number(day)) return null
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  const offset = zone === undefined ? defaultOffset : offsetOf(zone)
  if (offset === null) return null
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second)
  const micros = Number(fraction.slice(0, 6).padEnd(6, '0'))
  return {
    floor: midnight.getTime() * 1000 + seconds * SECOND + micros - offset,
    exact: !/[1-9]/.test(fraction.slice(6)),
  }
}

function offsetOf(zone: string): Micros | null {
  if (zone === 'Z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(-2))
  if (hours > 23 || minutes > 59) return null
  return (zone.startsWith('-') ? -1 : 1) * (hours * HOUR + minutes * MINUTE)
}
