import { instantText } from '#core/activity/format.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { relativeText } from './relative-time.ts'

/** Both dates of an activity: in the chosen zone, in UTC, and from now. */
export function Times({ row }: { row: ActivityRow }) {
  const { query, timeZone: viewersZone, locale } = useExplorer()
  const timeZone = query.timeZone ?? viewersZone
  const times = [
    ['Activity time', row.activityAt],
    ['Date created', row.dateCreated],
  ] as const
  return (
    <section aria-label="Times">
      <table className="w-full tabular-nums">
        <thead>
          <tr className="text-start text-xs text-ink-muted *:pb-1 *:text-start *:font-normal">
            <td />
            <th scope="col">{timeZone}</th>
            <th scope="col">UTC</th>
            <th scope="col">From now</th>
          </tr>
        </thead>
        <tbody>
          {times.map(([name, at]) => (
            <tr key={name} className="align-top *:py-0.5 *:pe-2">
              <th scope="row" className="w-[7.5rem] text-start font-normal text-ink-muted">
                {name}
              </th>
              {at === null ? (
                <td colSpan={3} className="text-ink-faint">
                  None
                </td>
              ) : (
                <>
                  <td>{instantText(at, locale, timeZone)}</td>
                  <td>{instantText(at, locale, 'UTC')}</td>
                  <td>{relativeText(at, Date.now(), locale)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
