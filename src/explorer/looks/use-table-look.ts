import { useSyncExternalStore } from 'react'
import { columnsList } from '#core/activity/columns.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { createBrowserStore } from '#lib/browser-store.ts'
import { type ListLook, listLook, readLook, type TableLook } from './table-look.ts'

export const tableLook = createBrowserStore('table-look', readLook)

export function useTableLook(): TableLook {
  return useSyncExternalStore(tableLook.subscribe, tableLook.get)
}

/** Of the list whose columns are shown. */
export function useListLook(): ListLook {
  return listLook(useTableLook(), columnsList(useExplorer().query))
}

export function changeLook(change: (look: TableLook) => TableLook): void {
  tableLook.set(change(tableLook.get()))
}
