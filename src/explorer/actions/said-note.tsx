import { useEffect, useState, useSyncExternalStore } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import type { Said } from './action-registry.ts'

/** Milliseconds for which it stays on screen. It is announced, and says nothing that cannot be found otherwise. */
const stay = 4000

/** What was said last, for a moment. */
export function SaidNote() {
  const { actions } = useExplorer()
  const said = useSyncExternalStore(actions.subscribe, actions.said)
  const [gone, setGone] = useState<Said | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setGone(said), stay)
    return () => clearTimeout(timer)
  }, [said])
  if (said === null || said === gone) return null
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none fixed inset-x-0 bottom-12 z-30 mx-auto w-fit max-w-[calc(100vw-2rem)] rounded-lg border border-line-strong bg-ink px-3 py-1.5 text-surface shadow-lg"
    >
      {said.text}
    </div>
  )
}
