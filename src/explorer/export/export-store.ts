/** What the page knows of its export: one at a time, with its own frozen question. It outlives the dialog and changes of the filters. */
import { useSyncExternalStore } from 'react'
import type { Progress, Receipt } from '#export/receipt.ts'
import type { Leftover } from '#export/staging/leftovers.ts'

export type ExportState =
  | { readonly status: 'idle' }
  | {
      readonly status: 'running'
      readonly scope: string
      readonly progress: Progress
      /** Asked to pause; the requests under way are still finished. */
      readonly pausing: boolean
      /** Why the new connection cannot go on with it, as a sentence. */
      readonly refused: string | null
      /** Whether it asks Close, and not the sandbox. */
      readonly isClose: boolean
    }
  | { readonly status: 'saving'; readonly scope: string; readonly receipt: Receipt }
  | {
      readonly status: 'ended'
      readonly scope: string
      readonly receipt: Receipt
      /** Why the files could not be put where they were wanted, as a sentence. */
      readonly unsaved: string | null
      readonly canGoOn: boolean
    }
  | { readonly status: 'failed'; readonly scope: string; readonly reason: string }

interface Snapshot {
  readonly state: ExportState
  /** Exports of earlier visits that can go on. */
  readonly leftovers: readonly Leftover[]
}

let snapshot: Snapshot = { state: { status: 'idle' }, leftovers: [] }
const listeners = new Set<() => void>()

function become(next: Snapshot) {
  snapshot = next
  for (const listener of listeners) listener()
}

export function exportState(): ExportState {
  return snapshot.state
}

export function setExportState(state: ExportState): void {
  become({ ...snapshot, state })
}

export function setLeftovers(leftovers: readonly Leftover[]): void {
  become({ ...snapshot, leftovers })
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useExportState(): ExportState {
  return useSyncExternalStore(subscribe, () => snapshot.state)
}

export function useLeftovers(): readonly Leftover[] {
  return useSyncExternalStore(subscribe, () => snapshot.leftovers)
}
