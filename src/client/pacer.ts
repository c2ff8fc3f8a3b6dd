/** One pace for everything that uses a credential: when Close asks to slow down, all callers wait together. */
import type { Clock } from '#lib/clock.ts'

export interface PacerSnapshot {
  /** When the present wait ends, in milliseconds since 1970; null while nobody waits. */
  readonly waitingUntil: number | null
  /** `rate-limit`: Close asked for it. `retry`: a failed request is about to be repeated. */
  readonly reason: 'rate-limit' | 'retry' | null
}

export interface Pacer {
  readonly getSnapshot: () => PacerSnapshot
  readonly subscribe: (listener: () => void) => () => void
  /** Holds back every request for that long, or longer if a longer pause is on. */
  readonly pause: (ms: number) => void
  /** Resolves when no pause is on. */
  readonly ready: (signal: AbortSignal) => Promise<void>
  /** One caller's wait before it tries again. */
  readonly rest: (ms: number, signal: AbortSignal) => Promise<void>
}

const idle: PacerSnapshot = { waitingUntil: null, reason: null }

export function createPacer(clock: Clock): Pacer {
  const listeners = new Set<() => void>()
  const rests = new Map<symbol, number>()
  let pausedUntil = 0
  let waiting = 0
  let snapshot = idle

  function current(): PacerSnapshot {
    if (waiting > 0) return { waitingUntil: pausedUntil, reason: 'rate-limit' }
    return rests.size > 0 ? { waitingUntil: Math.max(...rests.values()), reason: 'retry' } : idle
  }

  function update() {
    const next = current()
    if (next.waitingUntil === snapshot.waitingUntil && next.reason === snapshot.reason) return
    snapshot = next
    for (const listener of listeners) listener()
  }

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, clock.now() + ms)
      update()
    },
    async ready(signal) {
      signal.throwIfAborted()
      if (pausedUntil <= clock.now()) return
      waiting += 1
      update()
      try {
        // A pause may be lengthened while it lasts.
        while (pausedUntil > clock.now()) await clock.sleep(pausedUntil - clock.now(), signal)
      } finally {
        waiting -= 1
        update()
      }
    },
    async rest(ms, signal) {
      const key = Symbol()
      rests.set(key, clock.now() + ms)
      update()
      try {
        await clock.sleep(ms, signal)
      } finally {
        rests.delete(key)
        update()
      }
    },
  }
}
