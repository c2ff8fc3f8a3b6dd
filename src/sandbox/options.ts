import { hashText } from './random.ts'
import type { Rate } from './rate.ts'
import { defaultStrictness, lenient, strictest, type Strictness } from './strictness.ts'

export interface SandboxOptions {
  /** A number or a word. */
  readonly seed?: number | string
  /** Activities in the 24 months before today's midnight (UTC); those of today come on top. Default 250,000. */
  readonly size?: number
  /** Milliseconds since 1970. Default: the machine's clock. */
  readonly clock?: () => number
  /** Milliseconds that each answer takes at least. Default 0. */
  readonly latency?: number
  /** Default: 100 requests a second; without limit when a clock is given, which may stand still. Null: without limit. */
  readonly rate?: Rate | null
  /** The clock of the rate limit, when it is another one. */
  readonly rateClock?: () => number
  /** Default `/sandbox/api/v1`. The control endpoint is `../../control/` from there. */
  readonly basePath?: string
  /** The largest `_skip`. Default 250,000. */
  readonly skipCeiling?: number
  /** Doubtful points, one by one; what is not named stays as it is by default. */
  readonly strictness?: Partial<Strictness>
  /** Seconds between new activities, on average, while the clock runs. 0: none. Default 20. */
  readonly liveEvery?: number
}

export type Settings = Required<Omit<SandboxOptions, 'seed' | 'strictness'>> & {
  readonly seed: number
  readonly strictness: Strictness
}

export function settingsOf(options: SandboxOptions): Settings {
  const clock = options.clock ?? Date.now
  return {
    seed: typeof options.seed === 'string' ? hashText(options.seed) : (options.seed ?? 1),
    size: options.size ?? 250_000,
    clock,
    latency: options.latency ?? 0,
    rate:
      options.rate === undefined
        ? options.clock === undefined
          ? { limit: 100, windowSeconds: 1 }
          : null
        : options.rate,
    rateClock: options.rateClock ?? clock,
    basePath: (options.basePath ?? '/sandbox/api/v1').replace(/\/+$/, ''),
    skipCeiling: options.skipCeiling ?? 250_000,
    strictness: { ...defaultStrictness, ...options.strictness },
    liveEvery: options.liveEvery ?? 20,
  }
}

const presets: Readonly<Record<string, Strictness>> = { default: defaultStrictness, strictest, lenient }

/**
 * Reads SANDBOX_SEED, SANDBOX_SIZE, SANDBOX_NOW (an instant at which the clock stands still), SANDBOX_LATENCY (ms), SANDBOX_RATE (`100/1`:
 * requests and seconds, or `off`), SANDBOX_SKIP_CEILING, SANDBOX_LIVE_EVERY (s), SANDBOX_STRICTNESS (`default`, `strictest`, `lenient`).
 * Throws `RangeError` naming the variable that cannot be read.
 */
export function optionsFromEnv(env: Readonly<Record<string, string | undefined>>): SandboxOptions {
  const instant = env['SANDBOX_NOW'] === undefined ? undefined : readInstant(env['SANDBOX_NOW'])
  const numbers = {
    size: readCount(env, 'SANDBOX_SIZE'),
    latency: readCount(env, 'SANDBOX_LATENCY'),
    skipCeiling: readCount(env, 'SANDBOX_SKIP_CEILING'),
    liveEvery: readCount(env, 'SANDBOX_LIVE_EVERY'),
  }
  return {
    ...Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined)),
    ...(env['SANDBOX_SEED'] !== undefined && {
      seed: /^\d+$/.test(env['SANDBOX_SEED']) ? Number(env['SANDBOX_SEED']) : env['SANDBOX_SEED'],
    }),
    ...(instant !== undefined && { clock: () => instant }),
    ...(env['SANDBOX_STRICTNESS'] !== undefined && { strictness: readPreset(env['SANDBOX_STRICTNESS']) }),
    rate: env['SANDBOX_RATE'] === undefined ? { limit: 100, windowSeconds: 1 } : readRate(env['SANDBOX_RATE']),
    rateClock: Date.now,
  }
}

function readCount(env: Readonly<Record<string, string | undefined>>, name: string): number | undefined {
  const text = env[name]
  if (text === undefined) return undefined
  if (!/^\d{1,9}$/.test(text)) throw new RangeError(`${name} must be a whole number, such as 1000 (got "${text}")`)
  return Number(text)
}

function readInstant(text: string): number {
  const at = Date.parse(text)
  if (Number.isNaN(at))
    throw new RangeError(`SANDBOX_NOW must be an instant, such as 2026-09-15T12:00:00Z (got "${text}")`)
  return at
}

function readRate(text: string): Rate | null {
  if (text === 'off') return null
  const [, limit, seconds] = /^(\d+)\/(\d+(?:\.\d+)?)$/.exec(text) ?? []
  if (limit === undefined || Number(seconds) <= 0)
    throw new RangeError(`SANDBOX_RATE must be requests/seconds, such as 240/8, or off (got "${text}")`)
  return { limit: Number(limit), windowSeconds: Number(seconds) }
}

function readPreset(text: string): Strictness {
  const preset = presets[text]
  if (preset === undefined)
    throw new RangeError(`SANDBOX_STRICTNESS must be default, strictest or lenient (got "${text}")`)
  return preset
}
