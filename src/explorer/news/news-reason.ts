/** Whether a list is watched for new activities, or why not; and how many there are. */
import type { Stream } from '#core/query/plan-types.ts'
import type { News } from './news-page.ts'

export interface Circumstances {
  readonly stream: Pick<Stream, 'sort' | 'until'>
  /** Seconds since 1970. */
  readonly now: number
  readonly isOn: boolean
  readonly isHidden: boolean
  readonly isOnline: boolean
  readonly isThrottled: boolean
  /** Of a reader far down, the first rows are no longer in memory. */
  readonly isTopHeld: boolean
  /** Milliseconds since somebody did anything. */
  readonly idleMs: number
}

/** Without a person for this long, nobody is asked. */
export const longestIdleMs = 10 * 60_000

/** Why a list cannot have news at all; null when it can. By when it happened, what is new can be anywhere in a list. */
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
  if (!of.isTopHeld) return 'Paused: this far down, the top of the list is no longer in memory.'
  return of.idleMs >= longestIdleMs ? 'Paused: nobody was here for ten minutes.' : null
}

/** "12 new activities", "100 or more new activities", "3 of 12 new activities". */
export function newsText({ count, kept, isMore }: News, locale: string): string {
  if (count === 0) return isMore ? 'No new activities so far' : 'No new activities'
  const number = count.toLocaleString(locale)
  const of = kept === null ? '' : `${kept.toLocaleString(locale)} of `
  return `${of}${number}${isMore ? ' or more' : ''} new ${count === 1 && !isMore ? 'activity' : 'activities'}`
}
