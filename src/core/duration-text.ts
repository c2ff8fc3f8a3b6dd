/** How long something takes, for a reader. */

const units = [
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const

/** "40 seconds", "3 minutes", "2 hours": one unit, rounded up, at least a second. */
export function durationText(seconds: number, locale: string): string {
  const { unit, seconds: length } = units.find((each) => seconds > each.seconds * 1.5) ?? units[2]
  const count = Math.max(1, Math.ceil(seconds / length))
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}
