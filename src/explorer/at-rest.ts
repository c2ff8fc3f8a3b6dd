/** When the page has time for more than the first rows: a hand moves, or a moment has passed. Then for good. */

import { useSyncExternalStore } from 'react'

/** Milliseconds. */
const moment = 1500

const hands = ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'focusin'] as const

let rests = false
const listeners = new Set<() => void>()

function begin() {
  rests = true
  for (const hand of hands) removeEventListener(hand, begin)
  for (const listener of listeners) listener()
}

function isAtRest(): boolean {
  return rests
}

function watchRest(listener: () => void): () => void {
  if (!rests && listeners.size === 0) {
    for (const hand of hands) addEventListener(hand, begin, { passive: true })
    setTimeout(begin, moment)
  }
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether it has: what the first rows do not need can then be loaded. */
export function useRest(): boolean {
  return useSyncExternalStore(watchRest, isAtRest)
}
