/** How the inspector goes from one activity to the next in the table, without knowing the table. */
import type { ActivityRow } from '#core/activity/row.ts'

/** −1 is the row above, 1 the row below. */
export type Direction = -1 | 1

/** What lies around the open activity. */
export interface Steps {
  /** The rows above and below, as far as they are held. */
  readonly previous: ActivityRow | null
  readonly next: ActivityRow | null
  /** Whether a step leads anywhere: below the last row too, while there is more to load. */
  readonly canGoBack: boolean
  readonly canGoOn: boolean
  /** A step waits for rows. */
  readonly isOnTheWay: boolean
  readonly go: (by: Direction) => void
}

export interface StepStore {
  /** Null while the open activity is not among the rows. */
  readonly getSnapshot: () => Steps | null
  readonly subscribe: (listener: () => void) => () => void
  readonly publish: (steps: Steps | null) => void
}

export function createStepStore(): StepStore {
  let steps: Steps | null = null
  const listeners = new Set<() => void>()
  return {
    getSnapshot: () => steps,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    publish(next) {
      if (isSame(steps, next)) return
      steps = next
      for (const listener of listeners) listener()
    },
  }
}

function isSame(a: Steps | null, b: Steps | null): boolean {
  if (a === null || b === null) return a === b
  return (
    a.previous === b.previous &&
    a.next === b.next &&
    a.canGoBack === b.canGoBack &&
    a.canGoOn === b.canGoOn &&
    a.isOnTheWay === b.isOnTheWay &&
    a.go === b.go
  )
}
