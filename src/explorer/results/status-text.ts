import { parseTimestamp } from '#core/query/timestamp.ts'

export interface Loaded {
  readonly status: 'loading' | 'failed' | 'ready'
  readonly rowCount: number
  readonly end: 'open' | 'ended' | 'halted'
  /** The sorted date of the last row, as sent. */
  readonly reached: string | null
}

export interface StatusWording {
  readonly locale: string
  readonly timeZone: string
}

/** What is loaded, how far back, and whether that is all. Never a total that was not counted. */
export function statusText({ status, rowCount, end, reached }: Loaded, { locale, timeZone }: StatusWording): string {
  if (status === 'loading') return 'Loading…'
  if (status === 'failed') return 'Nothing loaded'
  const count = rowCount.toLocaleString(locale)
  if (end === 'ended')
    return rowCount === 0 ? 'No activities' : rowCount === 1 ? '1 activity in all' : `All ${count} activities`
  const seconds = reached === null ? undefined : parseTimestamp(reached)?.seconds
  const back =
    seconds === undefined
      ? ''
      : `, back to ${new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(seconds * 1000)}`
  return `${count} loaded${back} · ${end === 'open' ? 'more' : 'not complete'}`
}
