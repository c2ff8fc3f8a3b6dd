/** Wakes everybody who waits for a change. */
export interface Bell {
  readonly ring: () => void
  /** Resolves at the next ring. */
  readonly heard: () => Promise<void>
}

export function createBell(): Bell {
  let wake: () => void = () => undefined
  const next = () =>
    new Promise<void>((resolve) => {
      wake = resolve
    })
  let coming = next()
  return {
    ring() {
      const waiting = wake
      coming = next()
      waiting()
    },
    heard: () => coming,
  }
}
