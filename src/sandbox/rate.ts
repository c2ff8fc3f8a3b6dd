import { Refusal } from './refusal.ts'

/** So many requests in so many seconds, for each key and each group of endpoints. */
export interface Rate {
  readonly limit: number
  readonly windowSeconds: number
}

/** What is left of an allowance. */
export interface Allowance {
  readonly limit: number
  readonly remaining: number
  /** Seconds until the window ends. */
  readonly reset: number
  readonly exceeded: boolean
}

export interface Limiter {
  take(key: string, group: string): Allowance
}

/** Counts in fixed windows of the clock. Without a rate everything is allowed. */
export function createLimiter(rate: Rate | null, now: () => number): Limiter {
  if (rate === null) return { take: () => ({ limit: 100, remaining: 99, reset: 1, exceeded: false }) }
  const length = rate.windowSeconds * 1000
  let window = -1
  let taken = new Map<string, number>()
  return {
    take(key, group) {
      const at = now()
      const current = Math.floor(at / length)
      if (current !== window) taken = new Map()
      window = current
      const bucket = `${key} ${group}`
      const count = (taken.get(bucket) ?? 0) + 1
      taken.set(bucket, count)
      const reset = Math.ceil(((current + 1) * length - at) / 10) / 100
      return { limit: rate.limit, remaining: Math.max(0, rate.limit - count), reset, exceeded: count > rate.limit }
    },
  }
}

/** `RateLimit: limit=100, remaining=50, reset=5` */
export function rateHeader({ limit, remaining, reset }: Pick<Allowance, 'limit' | 'remaining' | 'reset'>): string {
  return `limit=${limit}, remaining=${remaining}, reset=${reset}`
}

/** A 429 in the words of the older body, which Close's own client of that time reads. */
export function rateRefusal(reset: number, limit: number, windowSeconds: number, group: string): Refusal {
  const body = {
    error: {
      message: `API call count exceeded for this ${windowSeconds} second window`,
      rate_reset: reset,
      rate_limit: limit,
      rate_window: windowSeconds,
      rate_limit_type: 'key',
      rate_endpoint_group: group,
    },
  }
  return new Refusal(429, body, {
    RateLimit: rateHeader({ limit, remaining: 0, reset }),
    'retry-after': String(Math.max(1, Math.ceil(reset))),
  })
}

/** Requests to one kind of path with one method share an allowance. */
export function endpointGroup(method: string, path: string): string {
  return `${method} ${path.replaceAll(/\/[a-z]+_[0-9A-Za-z]{22}\//g, '/{id}/')}`
}
