import { dayOf, utcDayShift } from '#core/activity/day.ts'

interface Props {
  text: string
  /** As sent. */
  at: string | null
  timeZone: string
  locale: string
  /** The first row of its day. */
  startsDay: boolean
}

/** A time, with its weekday where a day begins and a mark where UTC has another day. */
export function TimeText({ text, at, timeZone, locale, startsDay }: Props) {
  const shift = utcDayShift(at, timeZone)
  const day = startsDay ? dayOf(at, timeZone) : null
  return (
    <>
      {day !== null && <span className="sr-only">{dayText(day, locale, { weekday: 'long' })}, </span>}
      {text}
      {shift !== 0 && (
        <span className="utc-mark" title={`${dayText(dayOf(at, 'UTC'), locale, short)} in UTC`}>
          <span aria-hidden="true">{shift < 0 ? '−1' : '+1'}</span>
          <span className="sr-only">, {dayText(dayOf(at, 'UTC'), locale, short)} in UTC</span>
        </span>
      )}
    </>
  )
}

const short = { day: 'numeric', month: 'short' } as const

function dayText(day: string | null, locale: string, options: Intl.DateTimeFormatOptions): string {
  if (day === null) return ''
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(Date.parse(`${day}T12:00:00Z`))
}
