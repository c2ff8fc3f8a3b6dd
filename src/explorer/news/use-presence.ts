/** Whether somebody is there. */
import { useEffect, useState, useSyncExternalStore } from 'react'

function subscribeToHiding(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}

export function useIsHidden(): boolean {
  return useSyncExternalStore(subscribeToHiding, () => document.hidden)
}

/** Milliseconds between two looks at the clock. */
const grain = 30_000

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

export interface Presence {
  /** Milliseconds since somebody did anything, and since this was first asked; both up to date to half a minute. */
  readonly idle: number
  readonly since: number
}

export function useIdleMs(): Presence {
  const [presence, setPresence] = useState<Presence>({ idle: 0, since: 0 })
  useEffect(() => {
    const began = Date.now()
    let last = began
    let wasLong = false
    const note = () => {
      last = Date.now()
      // Somebody is back: that is worth more than half a minute's grain.
      if (wasLong) tell()
    }
    function tell() {
      const idle = Date.now() - last
      wasLong = idle >= grain
      setPresence({ idle, since: Date.now() - began })
    }
    const timer = setInterval(tell, grain)
    for (const sign of signs) addEventListener(sign, note, { passive: true })
    return () => {
      clearInterval(timer)
      for (const sign of signs) removeEventListener(sign, note)
    }
  }, [])
  return presence
}
