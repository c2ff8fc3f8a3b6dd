/**
 * When the page has time for more than the first rows. Each comes once and stays: somebody is there when a hand moves, and the page
 * is at rest then or after a moment.
 */

import { useSyncExternalStore } from 'react'

/** Milliseconds until it rests, and until somebody is taken to be there who gives no sign, as with a screen reader. */
const moment = 1500
const longMoment = 30_000

const hands = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'keydown', 'focusin'] as const

let rests = false
let isAttended = false
let isWatching = false
const listeners = new Set<() => void>()

function tell() {
  for (const listener of listeners) listener()
}

function rest() {
  rests = true
  tell()
}

function attend() {
  for (const hand of hands) removeEventListener(hand, attend, { capture: true })
  isAttended = true
  rest()
}

function watch(listener: () => void): () => void {
  if (!isWatching) {
    isWatching = true
    for (const hand of hands) addEventListener(hand, attend, { passive: true, capture: true })
    setTimeout(rest, moment)
    setTimeout(attend, longMoment)
  }
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether it rests: what is seen but is not the first rows can then be loaded. */
export function useRest(): boolean {
  return useSyncExternalStore(watch, () => rests)
}

/** Whether somebody is there: what only a person can want can then be loaded. */
export function useAttention(): boolean {
  return useSyncExternalStore(watch, () => isAttended)
}
