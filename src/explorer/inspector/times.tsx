import { instantText } from '#core/activity/format.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { parseTimestamp } from '#core/query/timestamp.ts'
import { relativeText } from './relative-text.ts'

interface Props {
  wire: WireActivity
  timeZone: string
  locale: string
  /** Milliseconds since 1970. */
  now: number
}

const dates = [
  ['Activity time', 'activity_at'],
  ['Created', 'date_created'],
  ['Updated', 'date_updated'],
] as const

/** When it happened and when Close learned of it: in the zone, from now, and in UTC. */
export function Times({ wire, timeZone, locale, now }: Props) {
  return (
    <dl className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 tabular-nums">
      {dates.map(([label, field]) => {
        const sent = wire[field]
        if (typeof sent !== 'string') return null
        const seconds = parseTimestamp(sent)?.seconds
        return (
          <div key={field} className="contents">
            <dt className="text-ink-muted">{label}</dt>
            <dd className="min-w-0" title={sent}>
              {instantText(sent, locale, timeZone)}
              {seconds !== undefined && (
                <>
                  <span className="text-ink-muted"> · {relativeText(seconds - now / 1000, locale)}</span>
                  <span className="block text-xs text-ink-faint">{instantText(sent, locale, 'UTC')} UTC</span>
                </>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
