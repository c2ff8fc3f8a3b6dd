import { useSyncExternalStore } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import { createBrowserStore } from '#lib/browser-store.ts'
import { type ListLook, listLook, readLook, type TableLook } from './table-look.ts'

export const tableLook = createBrowserStore('table-look', readLook)

export function useTableLook(): TableLook {
  return useSyncExternalStore(tableLook.subscribe, tableLook.get)
}

/** Of the present list. */
export function useListLook(): ListLook {
  return listLook(useTableLook(), useExplorer().query.resource)
}

export function changeLook(change: (look: TableLook) => TableLook): void {
  tableLook.set(change(tableLook.get()))
}
