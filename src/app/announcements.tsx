import { useSyncExternalStore } from 'react'
import type { Announcer } from './announcer.ts'

/** The live region. It has no role: the status line is the page's only status. */
export function Announcements({ announcer }: { announcer: Announcer }) {
  const said = useSyncExternalStore(announcer.subscribe, announcer.getSnapshot)
  return (
    <div aria-live="polite" className="sr-only">
      {said}
    </div>
  )
}
