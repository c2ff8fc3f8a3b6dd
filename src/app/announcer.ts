/** What is said to those who listen. */
export interface Announcer {
  readonly announce: (text: string) => void
  readonly getSnapshot: () => string
  readonly subscribe: (listener: () => void) => () => void
}

export function createAnnouncer(): Announcer {
  const listeners = new Set<() => void>()
  let said = ''
  return {
    announce(text) {
      // The same words a second time are no change, and would not be read.
      said = text === said ? `${text}\u00a0` : text
      for (const listener of listeners) listener()
    },
    getSnapshot: () => said,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
