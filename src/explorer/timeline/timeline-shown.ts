/** Whether the timeline is shown: remembered, and at first where there is room for it. */
import { useState } from 'react'

const key = 'timeline'

let chosen: boolean | null = null

function isShownAtFirst(): boolean {
  try {
    const stored = localStorage.getItem(key)
    if (stored !== null) return stored === 'shown'
  } catch {
    // Storage can be forbidden: the choice then lasts as long as the page.
  }
  return matchMedia('(width >= 640px) and (height >= 600px)').matches
}

export function useTimelineShown() {
  const [isShown, setIsShown] = useState(() => chosen ?? isShownAtFirst())
  function toggle() {
    chosen = !isShown
    setIsShown(chosen)
    try {
      localStorage.setItem(key, chosen ? 'shown' : 'hidden')
    } catch {
      // As above.
    }
  }
  return { isShown, toggle }
}
