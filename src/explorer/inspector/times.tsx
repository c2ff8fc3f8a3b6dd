import { instantText } from '#core/activity/format.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { parseTimestamp } from '#core/query/timestamp.ts'
import { relativeText } from './relative-text.ts'

interface Props {
  wire: WireActivity
  timeZone: string
  locale: string
}

const dates = [
  ['Activity time', 'activity_at'],
  ['Created', 'date_created'],
  ['Updated', 'date_updated'],
] as const

/** When it happened and when Close learned of it: in the zone, in UTC, and from now. */
export function Times({ wire, timeZone, locale }: Props) {
  const times = dates.flatMap(([label, field]) => {
    const sent = wire[field]
    return typeof sent === 'string' ? [{ label, sent, seconds: parseTimestamp(sent)?.seconds }] : []
  })
  return (
    <table className="w-full tabular-nums">
      <thead>
        <tr className="text-xs text-ink-muted *:pb-1 *:text-start *:font-normal">
          <td />
          <th scope="col">{timeZone}</th>
          <th scope="col">UTC</th>
          <th scope="col">From now</th>
        </tr>
      </thead>
      <tbody>
        {times.map(({ label, sent, seconds }) => (
          <tr key={label} title={sent} className="align-top *:py-0.5 *:pe-2">
            <th scope="row" className="w-[6.5rem] text-start font-normal text-ink-muted">
              {label}
            </th>
            <td>{instantText(sent, locale, timeZone)}</td>
            <td>{instantText(sent, locale, 'UTC')}</td>
            <td>{seconds === undefined ? '' : relativeText(seconds - Date.now() / 1000, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
