import { useEffect, useRef } from 'react'

interface Does {
  close: () => void
  previous: () => void
  next: () => void
}

/** Where the keys mean the inspector: from nowhere, from the table, from the line above it and from itself. */
const places = '[role=grid], [role=treegrid], [role=status], aside[aria-label=Activity]'

const typing = 'input, textarea, select, [contenteditable=true]'

/** Escape closes; j goes on and k goes back. Elsewhere, in fields and under dialogs these keys have other work. */
export function useInspectorKeys(does: Does): void {
  const newest = useRef(does)
  useEffect(() => {
    newest.current = does
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        !(event.target instanceof Element)
      )
        return
      if (event.target !== document.body && event.target.closest(places) === null) return
      if (event.key === 'Escape') return newest.current.close()
      if (event.target.closest(typing) !== null || (event.key !== 'j' && event.key !== 'k')) return
      event.preventDefault()
      if (event.key === 'j') newest.current.next()
      else newest.current.previous()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
