/** What may be tried again, and when. Every request is a question, so asking twice does no harm. */
import type { CloseError } from './errors.ts'

/** How one try failed. */
export interface Failure {
  readonly error: CloseError
  /** Whether the same request may do better: never, once more, or a few times. */
  readonly again: 'never' | 'once' | 'often'
}

export const attemptMs = 20_000

/** A person gets data, words or a countdown within this time; waits that Close asked for have their own countdown. */
const patienceMs = 45_000

const maxTries = 5

/** Refusals for speed in a row before they count as an error. */
export const maxSlowdowns = 10

const statusesWorthRepeating = new Set([408, 500, 502, 503, 504])

export function isWorthRepeating(status: number): boolean {
  return statusesWorthRepeating.has(status)
}

/**
 * Milliseconds to wait before the next try; null when there should be none.
 *
 * @param tries Tries made, at least 1.
 * @param elapsedMs Since the first try, without the pauses that Close asked for.
 * @param random From 0 up to 1, for the jitter.
 */
export function backoff({ again }: Failure, tries: number, elapsedMs: number, random: number): number | null {
  const most = again === 'often' ? maxTries : again === 'once' ? 2 : 1
  if (tries >= most) return null
  const wait = Math.round(random * 500 * 2 ** (tries - 1))
  return elapsedMs + wait + attemptMs <= patienceMs ? wait : null
}
