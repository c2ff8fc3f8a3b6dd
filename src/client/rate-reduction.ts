/**
 * What refusals teach: each halves the rate, each quiet interval gives a step back, until the announced rate is reached; where none is
 * announced, until twice the rate that was refused. Without a refusal there is no limit.
 */

/** Requests a second: as reduced, and as announced where that is known. */
export interface ReducedRate {
  readonly rate: number
  readonly announced: number | null
}

export interface RateReduction {
  /** A request goes out, here or elsewhere on the same connection. */
  readonly send: (now: number) => void
  /**
   * A request was refused.
   *
   * @param sentAt When it went out: what was under way at the last reduction says nothing new.
   * @param quietFrom When requests go on.
   * @param announced Requests a second, where that is known.
   */
  readonly refused: (sentAt: number, quietFrom: number, announced: number | null, now: number) => void
  /** When the next request may go, in milliseconds since 1970. */
  readonly dueAt: (now: number) => number
  /** Null while nothing is reduced. */
  readonly standing: (now: number) => ReducedRate | null
  /** Takes over a reduction made elsewhere on the same connection. */
  readonly adopt: (reduced: ReducedRate, now: number) => void
}

/** Where nothing is announced, recovery ends in the next refusal and so takes longer. */
const quietMs = { announced: 1000, guessed: 2000 }
/** Of the rate that was refused. */
const step = 0.1
/** Requests a second. */
const slowest = 0.5
/** Requests that may go at once after a rest. */
const burst = 2

interface Reduced {
  /** The rate that was refused. */
  readonly refused: number
  readonly announced: number | null
  readonly share: number
  readonly since: number
}

export function createRateReduction(): RateReduction {
  let reduced: Reduced | null = null
  /** When requests went on after the last reduction. */
  let resumedAt = -Infinity
  /** Sends of the last second. */
  let recent: readonly number[] = []
  let tokens = burst
  let refilledAt = 0

  function recover(now: number) {
    if (!reduced) return
    const interval = reduced.announced === null ? quietMs.guessed : quietMs.announced
    const steps = Math.max(0, Math.floor((now - reduced.since) / interval))
    const share = reduced.share + steps * step
    const enough = reduced.announced === null ? 2 : reduced.announced / reduced.refused
    reduced = share > enough - step / 2 ? null : { ...reduced, share, since: reduced.since + steps * interval }
  }

  function rate(now: number): number | null {
    recover(now)
    return reduced && Math.max(slowest, reduced.refused * reduced.share)
  }

  function refill(now: number) {
    const present = rate(now)
    tokens = present === null ? burst : Math.min(burst, tokens + (Math.max(0, now - refilledAt) * present) / 1000)
    refilledAt = now
  }

  return {
    send(now) {
      refill(now)
      tokens -= 1
      recent = [...recent.filter((at) => at > now - 1000), now]
    },
    refused(sentAt, quietFrom, announced, now) {
      if (sentAt < resumedAt) return
      const measured = Math.max(1, recent.filter((at) => at > now - 1000).length)
      const refused = Math.max(2 * slowest, rate(now) ?? announced ?? measured)
      refill(now)
      resumedAt = quietFrom
      reduced = { refused, announced, share: 0.5, since: quietFrom }
    },
    dueAt(now) {
      refill(now)
      const present = rate(now)
      return present === null || tokens >= 1 ? now : now + ((1 - tokens) * 1000) / present
    },
    standing(now) {
      const present = rate(now)
      return present === null ? null : { rate: present, announced: reduced?.announced ?? null }
    },
    adopt({ rate: adopted, announced }, now) {
      const present = rate(now)
      if (present !== null && present <= adopted) return
      refill(now)
      resumedAt = now
      reduced = { refused: Math.max(slowest, adopted) * 2, announced, share: 0.5, since: now }
    },
  }
}
