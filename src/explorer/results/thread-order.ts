/** How a conversation is read: one preference for all, remembered on this machine. */
import { useSyncExternalStore } from 'react'

export type ThreadOrder = 'newest' | 'oldest'

const key = 'thread-order'
const listeners = new Set<() => void>()
let order: ThreadOrder = remembered()

function remembered(): ThreadOrder {
  try {
    return localStorage.getItem(key) === 'oldest' ? 'oldest' : 'newest'
  } catch {
    return 'newest'
  }
}

export function setThreadOrder(next: ThreadOrder): void {
  order = next
  try {
    localStorage.setItem(key, next)
  } catch {
    // Without storage the choice holds until the page is closed.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useThreadOrder(): ThreadOrder {
  return useSyncExternalStore(subscribe, () => order)
}
