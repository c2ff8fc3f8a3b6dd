import { useEffect, useSyncExternalStore } from 'react'
import type { Names } from '#core/activity/names.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import type { Wanted } from './name-store.ts'

/** Names as they become known, for whoever shows ids. */
export function useNames(): Names {
  const { nameStore } = useExplorer()
  return useSyncExternalStore(nameStore.subscribe, nameStore.getSnapshot)
}

/** Asks for the names of what a viewer shows. `wanted` changes with what is shown. */
export function useWantedNames(viewer: string, wanted: () => Wanted): void {
  const { nameStore } = useExplorer()
  useEffect(() => nameStore.want(viewer, wanted), [nameStore, viewer, wanted])
}
