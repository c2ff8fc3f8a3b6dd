/** Whether a list is watched for new activities, or why not. */
import type { Stream } from '#core/query/plan-types.ts'

export interface Circumstances {
  readonly stream: Pick<Stream, 'sort' | 'until'>
  /** Seconds since 1970. */
  readonly now: number
  readonly isOn: boolean
  readonly isHidden: boolean
  readonly isOnline: boolean
  readonly isThrottled: boolean
  /** Milliseconds since somebody did anything. */
  readonly idleMs: number
}

/** Without a person for this long, nobody is asked. */
export const longestIdleMs = 10 * 60_000

/** Why a list cannot have news at all; null when it can. */
export function whyNeverNew({ sort, until }: Circumstances['stream'], now: number): string | null {
  if (sort !== 'date_created') return 'Only lists sorted by date created can be watched.'
  return until && until.at < now ? 'The period has ended, so nothing new belongs to it.' : null
}

/** Why nobody asks for news just now, as a sentence; null while somebody does. */
export function whyNotWatching(of: Circumstances): string | null {
  const never = whyNeverNew(of.stream, of.now)
  if (never !== null) return never
  if (!of.isOn) return 'Watching is switched off.'
  if (!of.isOnline) return 'Paused: this machine is offline.'
  if (of.isHidden) return 'Paused while this page is hidden.'
  if (of.isThrottled) return 'Paused: Close asks us to wait.'
  return of.idleMs >= longestIdleMs ? 'Paused: nobody was here for ten minutes.' : null
}

/** "12 new activities", "100 or more new activities". */
export function newsText(count: number, isMore: boolean, locale: string): string {
  if (count === 0) return 'No new activities'
  const number = count.toLocaleString(locale)
  return isMore ? `${number} or more new activities` : `${number} new ${count === 1 ? 'activity' : 'activities'}`
}
