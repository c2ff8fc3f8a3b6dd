/** Whether keys of a single character do anything: one preference for all pages, remembered on this machine. */
import { useSyncExternalStore } from 'react'

const key = 'character-keys'
const listeners = new Set<() => void>()
let isOn = remembered()

function remembered(): boolean {
  try {
    return localStorage.getItem(key) !== 'off'
  } catch {
    return true
  }
}

export function areCharacterKeysOn(): boolean {
  return isOn
}

export function setCharacterKeys(on: boolean): void {
  isOn = on
  try {
    localStorage.setItem(key, on ? 'on' : 'off')
  } catch {
    // Without storage the choice holds until the page is closed.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useCharacterKeys(): boolean {
  return useSyncExternalStore(subscribe, areCharacterKeysOn)
}
