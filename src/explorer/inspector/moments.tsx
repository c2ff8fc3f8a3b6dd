import type { WireActivity } from '#core/close/wire.ts'
import { parseTimestamp } from '#core/query/timestamp.ts'
import { relativeText } from './relative-text.ts'

interface Props {
  wire: WireActivity
  timeZone: string
  locale: string
}

const dates = [
  ['activity_at', 'Happened'],
  ['date_created', 'Created'],
  ['date_updated', 'Updated'],
] as const

/** When it happened and when Close learned of it: in the zone, in UTC, and from now. */
export function Moments({ wire, timeZone, locale }: Props) {
  return (
    <dl className="flex flex-col gap-2">
      {dates.map(([field, label]) => {
        const sent = wire[field]
        const seconds = typeof sent === 'string' ? parseTimestamp(sent)?.seconds : undefined
        if (typeof sent !== 'string' || seconds === undefined) return null
        const local = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium', timeZone })
        return (
          <div key={field} className="grid grid-cols-[5rem_minmax(0,1fr)] gap-x-2">
            <dt className="text-ink-muted">{label}</dt>
            <dd className="min-w-0 tabular-nums">
              {local.format(seconds * 1000)} <span className="text-ink-muted">({relativeText(seconds - Date.now() / 1000, locale)})</span>
              <span className="block text-xs text-ink-faint">
                {timeZone} · UTC: {sent}
              </span>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
