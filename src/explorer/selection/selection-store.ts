/** The selected rows of the list on screen, for whoever marks, counts or copies them. */
import { noSelection, type Selection } from '#core/selection/selection.ts'

export interface SelectionStore {
  readonly getSnapshot: () => Selection
  readonly set: (selection: Selection) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function createSelectionStore(): SelectionStore {
  const listeners = new Set<() => void>()
  let selection = noSelection
  return {
    getSnapshot: () => selection,
    set(next) {
      if (next === selection) return
      selection = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
