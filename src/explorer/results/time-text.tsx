import { dayOf, utcDayShift } from '#core/activity/day.ts'
import { dayText } from '#core/activity/format.ts'

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
  const inUtc = shift === 0 ? null : `${dayText(dayOf(at, 'UTC') ?? '', locale, 'short')} in UTC`
  return (
    <>
      {day !== null && <span className="sr-only">{dayText(day, locale, 'weekday')}, </span>}
      {text}
      {inUtc !== null && (
        <span className="utc-mark" title={inUtc}>
          <span aria-hidden="true">{shift < 0 ? '−1' : '+1'}</span>
          <span className="sr-only">, {inUtc}</span>
        </span>
      )}
    </>
  )
}
