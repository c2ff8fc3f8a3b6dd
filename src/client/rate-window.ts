/**
 * One endpoint group's allowance, as its answers announce it.
 *
 * Requests are numbered as they go out. The answer to number 7 that says "3 remaining" means that number 10 is the last one of
 * this window, however many are under way. Several answers of one window: the least counts. Until something is announced,
 * nothing is held back.
 */
import type { RateLimit } from './rate-limit.ts'

export interface RateWindow {
  /** A request goes out, here or elsewhere on the same connection: its number. */
  readonly send: (now: number) => number
  /** What the answer to that number announced. */
  readonly hear: (number: number, rate: RateLimit, now: number) => void
  /** A request was refused all the same, as when others use the key: keeps a little more distance for a while. */
  readonly refused: (now: number) => void
  /** When the next request may go, in milliseconds since 1970. `spaced` spreads what is left over the window. */
  readonly dueAt: (now: number, spaced: boolean) => number
  /** Requests a second as announced; null while that is unknown. */
  readonly rate: () => number | null
}

/** Requests overtake each other on their way, so that answers of one window differ by so many. */
const slack = 2

/** Whole seconds put the end of a window so much too late, and the way back a little more. */
const roundingMs = 1100

/** How long a refusal is remembered. */
const distanceMs = 60_000

const longestMs = 3_600_000

export function createRateWindow(): RateWindow {
  let sent = 0
  let lastSentAt = 0
  /** The last number of this window. */
  let ceiling = Infinity
  let end = 0
  /** The last number sent and the last one allowed when this window began. */
  let before = { number: 0, ceiling: 0 }
  let limit: number | null = null
  /** Kept back because of refusals, and the last of these. */
  let distance = 0
  let refusedAt = 0
  let lengthMs: number | null = null

  function spare(now: number): number {
    if (distance > 0 && now > refusedAt + distanceMs) distance = 0
    return Math.floor((limit ?? 0) / 50) + distance
  }

  /** Begins the next window once this one is over. */
  function roll(now: number) {
    if (ceiling === Infinity || now < end) return
    before = { number: sent, ceiling }
    ceiling = limit === null ? Infinity : sent + Math.max(1, limit - spare(now))
    const length = lengthMs ?? 0
    end = length > 0 ? end + length * (Math.floor((now - end) / length) + 1) : now
  }

  function learn({ limit: announced, remaining, reset, window }: RateLimit) {
    if (announced !== null && announced > 0) limit = announced
    else if (remaining !== null && remaining > 0) limit = Math.max(limit ?? 0, remaining + 1)
    if (window !== null && window > 0) lengthMs = window * 1000
    else if (reset !== null) lengthMs = Math.max(lengthMs ?? 0, reset * 1000)
  }

  return {
    send(now) {
      roll(now)
      lastSentAt = now
      sent += 1
      return sent
    },
    hear(number, rate, now) {
      roll(now)
      learn(rate)
      const { remaining, reset } = rate
      if (remaining === null || reset === null) return
      const until = now + Math.min(reset * 1000, longestMs)
      const last = number + Math.max(0, Math.floor(remaining) - spare(now))
      // An answer on its way while the window changed speaks of the one that is over.
      if (number <= before.number && last <= before.ceiling + slack) return
      // More than this window allowed: the next one has begun.
      const known = ceiling !== Infinity && last <= ceiling + slack
      ceiling = known ? Math.min(ceiling, last) : last
      end = known && until <= end + roundingMs ? Math.min(end, until) : until
    },
    dueAt(now, spaced) {
      roll(now)
      const left = ceiling - sent
      if (left === Infinity) return now
      if (left <= 0) return end
      return spaced ? Math.min(end, lastSentAt + (end - now) / (left + 1)) : now
    },
    refused(now) {
      distance = Math.min(distance + 1, Math.floor((limit ?? 0) / 10))
      refusedAt = now
    },
    rate: () => (limit === null || !lengthMs ? null : (limit * 1000) / lengthMs),
  }
}
