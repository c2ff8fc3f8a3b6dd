/**
 * Close's rate limit headers: `RateLimit: limit=100, remaining=50, reset=5`, and `Retry-After` on a refusal. Deprecated
 * and standard-draft spellings are read too, because gateways add their own.
 *
 * Source: https://developer.close.com/topics/rate-limits/ and draft-ietf-httpapi-ratelimit-headers-10
 */

export interface RateLimit {
  /** Requests in a window. */
  readonly limit: number | null
  readonly remaining: number | null
  /** Seconds until the allowance is whole again. */
  readonly reset: number | null
  /** Seconds that a window lasts. */
  readonly window: number | null
}

const shortest = 1
/** An hour: what says more is not believed. */
const longest = 3600
/** The official client's wait when no header says one. */
const usual = 2

/** Seconds to wait after a refusal: what the headers say, between 1 and 3600; 2 when they say nothing readable. */
export function waitSecondsOf(headers: Headers, now: number): number {
  const seconds = rateLimitOf(headers, now).reset ?? retryAfter(headers.get('retry-after'), now) ?? usual
  return Math.min(longest, Math.max(shortest, seconds))
}

/** The allowance as the headers tell it; what is missing or malformed is null. */
export function rateLimitOf(headers: Headers, now: number): RateLimit {
  const combined = tightest(headers.get('ratelimit') ?? '')
  const policy = headers.get('ratelimit-policy') ?? ''
  const oldLimit = headers.get('ratelimit-limit') ?? ''
  return {
    limit:
      member(combined, 'limit') ??
      count(headers, ['ratelimit-limit', 'x-rate-limit-limit', 'x-ratelimit-limit']) ??
      member(policy, 'q') ??
      leading(oldLimit) ??
      leading(policy),
    remaining:
      member(combined, 'remaining|r') ??
      count(headers, ['ratelimit-remaining', 'x-rate-limit-remaining', 'x-ratelimit-remaining']),
    reset:
      member(combined, 'reset|t') ??
      resetOf(headers, ['ratelimit-reset', 'x-rate-limit-reset', 'x-ratelimit-reset'], now),
    window: member(policy, 'w') ?? member(oldLimit, 'w'),
  }
}

/** Of several allowances, as in `"second";r=5;t=1, "day";r=900;t=3600`, the one with the least left. */
function tightest(header: string): string {
  const items = header.slice(0, 500).split(/,\s*(?=")/)
  const left = (item: string) => member(item, 'remaining|r') ?? Infinity
  return items.reduce((least, item) => (left(item) < left(least) ? item : least))
}

/** `limit=100, remaining=50, reset=5`, or the draft's `"default";r=50;t=5`. */
function member(header: string, names: string): number | null {
  const found = new RegExp(`(?:^|[\\s,;])(?:${names})\\s*=\\s*([^\\s,;]+)`, 'i').exec(header.slice(0, 500))
  return amount(found?.[1])
}

/** The earlier drafts' `100, 100;w=60`. */
function leading(header: string): number | null {
  return amount(/^\s*([^\s,;]+)/.exec(header.slice(0, 500))?.[1])
}

/** A plain decimal of reasonable length; signs, exponents and words are none. */
function amount(text: string | null | undefined): number | null {
  return text && /^\d{1,12}(?:\.\d{1,12})?$/.test(text) ? Number(text) : null
}

function count(headers: Headers, names: readonly string[]): number | null {
  for (const name of names) {
    const value = amount(headers.get(name)?.trim())
    if (value !== null) return value
  }
  return null
}

/** Some gateways send the moment instead of the distance; no distance is that long. */
const earliestMoment = 1_000_000_000

function resetOf(headers: Headers, names: readonly string[], now: number): number | null {
  const value = count(headers, names)
  return value !== null && value >= earliestMoment ? Math.max(0, value - now / 1000) : value
}

/** Seconds, or an HTTP date. */
function retryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? ''
  const seconds = amount(text)
  if (seconds !== null) return seconds
  // Date.parse takes "-5" and the like for years.
  if (!/^[A-Za-z]{3}/.test(text)) return null
  const moment = Date.parse(text)
  return Number.isNaN(moment) ? null : Math.max(0, (moment - now) / 1000)
}
