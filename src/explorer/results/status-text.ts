import { parseTimestamp } from '#core/query/timestamp.ts'

export interface Loaded {
  readonly status: 'loading' | 'failed' | 'ready'
  readonly rowCount: number
  /** Of the rows, those that the refinements keep; null when nothing is refined. */
  readonly kept?: number | null
  readonly end: 'open' | 'ended' | 'halted'
  /** The sorted date of the last row, as sent. */
  readonly reached: string | null
}

export interface StatusWording {
  readonly locale: string
  readonly timeZone: string
}

/** What is loaded, how far back, and whether that is all. Never a total that was not counted. */
export function statusText(
  { status, rowCount, kept = null, end, reached }: Loaded,
  { locale, timeZone }: StatusWording,
): string {
  if (status === 'loading') return 'Loading…'
  if (status === 'failed') return 'Nothing loaded'
  const count = rowCount.toLocaleString(locale)
  if (kept !== null) {
    const of = `${kept.toLocaleString(locale)} of ${count} ${rowCount === 1 ? 'loaded row' : 'loaded rows'}`
    return end === 'ended'
      ? `${of}, the whole list`
      : `${of}${backTo(reached, { locale, timeZone })} · ${openWord(end)}`
  }
  if (end === 'ended')
    return rowCount === 0 ? 'No activities' : rowCount === 1 ? '1 activity in all' : `All ${count} activities`
  return `${count} loaded${backTo(reached, { locale, timeZone })} · ${openWord(end)}`
}

/** ", back to 3 Sep 2026". */
export function backTo(reached: string | null, { locale, timeZone }: StatusWording): string {
  const seconds = reached === null ? undefined : parseTimestamp(reached)?.seconds
  if (seconds === undefined) return ''
  return `, back to ${new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(seconds * 1000)}`
}

function openWord(end: 'open' | 'halted'): string {
  return end === 'open' ? 'more' : 'not complete'
}
