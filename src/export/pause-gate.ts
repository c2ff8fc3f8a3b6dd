/** Holds an export back and lets it go on: requests under way are finished, further ones wait. */

export interface PauseGate {
  readonly paused: boolean
  /** Called after each change. The answer ends the calls. */
  readonly subscribe: (listener: () => void) => () => void
  readonly pause: () => void
  readonly resume: () => void
  /** Resolves while nothing is paused; rejects with the signal's reason when it is aborted before. */
  readonly ready: (signal: AbortSignal) => Promise<void>
}

export function createPauseGate(): PauseGate {
  const listeners = new Set<() => void>()
  let paused = false
  const become = (next: boolean) => {
    if (next === paused) return
    paused = next
    for (const listener of listeners) listener()
  }
  const subscribe: PauseGate['subscribe'] = (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const opened = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const done = () => {
        leave()
        signal.removeEventListener('abort', done)
        // Whoever resumed may have paused again at once.
        if (signal.aborted) reject(signal.reason)
        else resolve(paused ? opened(signal) : undefined)
      }
      const leave = subscribe(done)
      signal.addEventListener('abort', done)
    })
  return {
    get paused() {
      return paused
    },
    subscribe,
    pause: () => become(true),
    resume: () => become(false),
    async ready(signal) {
      signal.throwIfAborted()
      if (paused) await opened(signal)
    },
  }
}
