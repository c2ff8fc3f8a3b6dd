/** Whether the list is read page by page, as headings and tables without any rows that come and go: remembered in the browser. */
import { useSyncExternalStore } from 'react'
import { createBrowserStore } from '#lib/browser-store.ts'

const store = createBrowserStore('reading', (stored) => stored === true)

export function useReadingMode() {
  const isOn = useSyncExternalStore(store.subscribe, store.get)
  return { isOn, toggle: () => store.set(!store.get()) }
}
