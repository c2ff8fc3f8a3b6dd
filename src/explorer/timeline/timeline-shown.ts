/** Whether the timeline is shown: remembered, and at first where there is room for it. */
import { useSyncExternalStore } from 'react'
import { createBrowserStore } from '#lib/browser-store.ts'

const store = createBrowserStore('timeline', (stored) =>
  typeof stored === 'boolean' ? stored : matchMedia('(width >= 640px) and (height >= 600px)').matches,
)

export function useTimelineShown() {
  const isShown = useSyncExternalStore(store.subscribe, store.get)
  return { isShown, toggle: () => store.set(!store.get()) }
}
