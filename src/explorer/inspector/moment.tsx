import { instantText } from '#core/activity/format.ts'
import { parseTimestamp } from '#core/query/timestamp.ts'
import { relativeText } from './relative-text.ts'
import { useNow } from './use-now.ts'
import { useWording } from './use-wording.ts'

/** A point in time in the chosen zone, and how far from now. */
export function Moment({ at }: { at: string }) {
  const { locale, timeZone } = useWording()
  const now = useNow()
  const seconds = parseTimestamp(at)?.seconds
  return (
    <span className="tabular-nums" title={at}>
      {instantText(at, locale, timeZone)}
      {seconds !== undefined && <span className="text-ink-faint"> · {relativeText(seconds - now, locale)}</span>}
    </span>
  )
}
