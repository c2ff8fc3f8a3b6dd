import { useEffect, useSyncExternalStore } from 'react'
import { noSelection, type Selection } from '#core/selection/selection.ts'
import { useAction } from '#explorer/actions/use-action.ts'
import { useExplorer } from '#explorer/explorer-context.ts'

export function useSelection(): Selection {
  const { selection } = useExplorer()
  return useSyncExternalStore(selection.subscribe, selection.getSnapshot)
}

/** Ends the selection with its list, in words, and lets Escape end it before. */
export function useSelectionEnds(): void {
  const { selection, actions } = useExplorer()
  const { size } = useSelection().rows
  useAction('clear-selection', () => selection.set(noSelection), size === 0 ? 'Nothing is selected.' : null)
  useEffect(
    () => () => {
      if (selection.getSnapshot().rows.size === 0) return
      selection.set(noSelection)
      actions.say('Another list: nothing is selected any more.')
    },
    [selection, actions],
  )
}
