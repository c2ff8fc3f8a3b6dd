/** Ends what takes too long. */
import type { Clock } from '#lib/clock.ts'

export const timedOut: unique symbol = Symbol('timed out')

/**
 * Runs with a signal that is aborted by the caller's or after `ms`, whichever is first. Rejects at once with that signal's
 * reason, `timedOut` or the caller's, even when `run` does not listen to it.
 */
export async function withTimeLimit<T>(
  clock: Clock,
  ms: number,
  signal: AbortSignal,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController()
  const done = new AbortController()
  clock.sleep(ms, done.signal).then(
    () => limit.abort(timedOut),
    () => undefined,
  )
  const both = AbortSignal.any([signal, limit.signal])
  try {
    return await Promise.race([run(both), rejection(both, done.signal)])
  } finally {
    done.abort()
  }
}

function rejection(signal: AbortSignal, until: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: until })
  })
}
