/** Named stretches of the calendar: a day, a week, a month, a quarter, a year. */

/** Whole days, both included. */
export interface Stretch {
  readonly first: Temporal.PlainDate
  readonly last: Temporal.PlainDate
}

export const units = ['day', 'week', 'month', 'quarter', 'year'] as const

export type Unit = (typeof units)[number]

/** That much time, as Temporal takes it; a quarter is three months. */
export function lengthOf(unit: Unit, count: number): Temporal.DurationLike {
  switch (unit) {
    case 'day':
      return { days: count }
    case 'week':
      return { weeks: count }
    case 'month':
      return { months: count }
    case 'quarter':
      return { months: 3 * count }
    case 'year':
      return { years: count }
  }
}

/** The stretch that begins on that day. */
export function stretchFrom(first: Temporal.PlainDate, unit: Unit, count = 1): Stretch {
  return { first, last: first.add(lengthOf(unit, count)).subtract({ days: 1 }) }
}

/** The stretch that a day is in. Weeks start on Monday. */
export function stretchAround(day: Temporal.PlainDate, unit: Unit): Stretch {
  return stretchFrom(startOf(day, unit), unit)
}

function startOf(day: Temporal.PlainDate, unit: Unit): Temporal.PlainDate {
  switch (unit) {
    case 'day':
      return day
    case 'week':
      return day.subtract({ days: day.dayOfWeek - 1 })
    case 'month':
      return day.with({ day: 1 })
    case 'quarter':
      return day.with({ day: 1, month: day.month - ((day.month - 1) % 3) })
    case 'year':
      return day.with({ day: 1, month: 1 })
  }
}

/** Week 1 is the one with 4 January. Null for a week that the year does not have. */
export function weekOf(year: number, week: number): Stretch | null {
  const first = stretchAround(Temporal.PlainDate.from({ year, month: 1, day: 4 }), 'week').first
  const monday = first.add({ weeks: week - 1 })
  return week >= 1 && monday.add({ days: 3 }).year === year ? stretchFrom(monday, 'week') : null
}
