/** A clock for tests: time passes only when everybody waits for it, and then at once. */
import type { Clock } from './clock.ts'

export interface TestClock extends Clock {
  /** Every wait asked for, in milliseconds, in order. */
  readonly waits: readonly number[]
  /** The same function, during whose calls time stands still. */
  holding<A extends readonly unknown[], R>(run: (...args: A) => Promise<R>): (...args: A) => Promise<R>
}

/** Turns of the event loop without a held call before time moves on: enough to read an answer that is there. */
const usualPatience = 20

export function createTestClock(start = Date.UTC(2026, 10, 24, 9), patience = usualPatience): TestClock {
  const sleepers = new Map<symbol, { readonly at: number; readonly wake: () => void }>()
  const waits: number[] = []
  let now = start
  let held = 0
  let turning = false

  function turn(quiet: number) {
    if (sleepers.size === 0) {
      turning = false
      return
    }
    if (held === 0 && quiet >= patience) wakeNext()
    setImmediate(turn, held > 0 || quiet >= patience ? 0 : quiet + 1)
  }

  function wakeNext() {
    const [first, ...rest] = sleepers
    if (!first) return
    const [key, sleeper] = rest.reduce((next, other) => (other[1].at < next[1].at ? other : next), first)
    now = Math.max(now, sleeper.at)
    sleepers.delete(key)
    sleeper.wake()
  }

  return {
    waits,
    now: () => now,
    sleep(ms, signal) {
      waits.push(ms)
      return new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason)
          return
        }
        const key = Symbol()
        const onAbort = () => {
          sleepers.delete(key)
          reject(signal?.reason)
        }
        signal?.addEventListener('abort', onAbort, { once: true })
        const wake = () => {
          signal?.removeEventListener('abort', onAbort)
          resolve()
        }
        sleepers.set(key, { at: now + ms, wake })
        if (turning) return
        turning = true
        setImmediate(turn, 0)
      })
    },
    holding:
      (run) =>
      async (...args) => {
        held += 1
        try {
          return await run(...args)
        } finally {
          held -= 1
        }
      },
  }
}
