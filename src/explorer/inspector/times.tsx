import { parseTimestamp } from '#core/query/timestamp.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { CopyIcon } from '#explorer/copy-button.tsx'
import { relativeText } from './relative-text.ts'
import { Section } from './section.tsx'
import { useNow } from './use-now.ts'
import { useWording } from './use-wording.ts'

/** As the columns call them. */
const dates = [
  ['Activity time', 'activity_at'],
  ['Date created', 'date_created'],
  ['Date updated', 'date_updated'],
] as const

/** When it happened and when Close learned of it: in the zone, in UTC, and from now. */
export function Times({ wire }: { wire: WireActivity }) {
  const { locale, timeZone } = useWording()
  const now = useNow()
  const times = dates.flatMap(([label, field]) => {
    const sent = wire[field]
    return typeof sent === 'string' ? [{ label, sent, seconds: parseTimestamp(sent)?.seconds }] : []
  })
  if (times.length === 0) return null
  return (
    <Section title="Times" aside={<span className="text-xs text-ink-muted">{timeZone}</span>}>
      <dl className="flex flex-col gap-1.5 tabular-nums">
        {times.map(({ label, sent, seconds }) => (
          <div
            key={label}
            title={sent}
            className="grid grid-cols-[6rem_minmax(0,1fr)_auto] sm:grid-cols-[7.5rem_minmax(0,1fr)_auto] items-center gap-x-3"
          >
            <dt className="text-ink-muted">{label}</dt>
            <dd className="min-w-0">{seconds === undefined ? sent : exact(seconds, locale, timeZone)}</dd>
            <dd className="-my-0.5">
              <CopyIcon label={`Copy ${label.toLowerCase()}`} text={() => sent} />
            </dd>
            {seconds !== undefined && (
              <dd className="col-span-2 col-start-2 text-xs leading-5 text-ink-muted">
                {exact(seconds, locale, 'UTC')} UTC · {relativeText(seconds - now, locale)}
              </dd>
            )}
          </div>
        ))}
      </dl>
    </Section>
  )
}

/** To the second. What an hour that comes twice leaves open, the line of UTC below tells. */
function exact(seconds: number, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(seconds * 1000)
}
