/** Milliseconds before each further try, while the machine is online. */
const waits = [500, 2000, 5000] as const

const listeners = new Set<() => void>()
let isGone = false

/** Whether some part could not be had at all, as a store for React. */
export const partIsGone = {
  get: () => isGone,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/**
 * Fetches a part of the program that the page begins without. A machine that is offline is waited for, however long; rejects after a
 * few tries online, as when another version was deployed meanwhile and the file is gone.
 */
export async function fetchPart<T>(load: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await load()
    } catch (error) {
      const wait = waits[tries]
      if (wait === undefined) {
        isGone = true
        for (const listener of listeners) listener()
        throw error
      }
      await (navigator.onLine ? moment(wait) : online())
      if (!navigator.onLine) tries -= 1
    }
  }
}

function moment(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function online(): Promise<void> {
  return new Promise((resolve) => addEventListener('online', () => resolve(), { once: true }))
}
