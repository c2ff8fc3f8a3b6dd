/** One export at a time, with its own frozen question: it outlives the dialog and changes of the filters. */
import { useSyncExternalStore } from 'react'
import { exportActivities, type ExportNeeds } from '#export/export-activities.ts'
import { noProgress, type Progress, type Receipt } from '#export/receipt.ts'

export type ExportState =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly progress: Progress; readonly scope: string }
  | { readonly status: 'ended'; readonly receipt: Receipt; readonly scope: string }

type Order = Omit<ExportNeeds, 'signal' | 'onProgress'> & {
  /** What is being exported, in words. */
  readonly scope: string
}

function askBeforeLeaving(event: BeforeUnloadEvent) {
  event.preventDefault()
}

let state: ExportState = { status: 'idle' }
let controller: AbortController | null = null
const listeners = new Set<() => void>()

function become(next: ExportState) {
  state = next
  for (const listener of listeners) listener()
}

/** Does nothing while an export runs. */
export async function startExport({ scope, ...needs }: Order): Promise<void> {
  if (state.status === 'running') return
  controller = new AbortController()
  become({ status: 'running', progress: noProgress, scope })
  addEventListener('beforeunload', askBeforeLeaving)
  const receipt = await exportActivities({
    ...needs,
    signal: controller.signal,
    onProgress: (progress) => become({ status: 'running', progress, scope }),
  })
  removeEventListener('beforeunload', askBeforeLeaving)
  become({ status: 'ended', receipt, scope })
}

export function cancelExport(): void {
  controller?.abort()
}

/** Makes room for another export. */
export function forgetExport(): void {
  if (state.status === 'ended') become({ status: 'idle' })
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useExportState(): ExportState {
  return useSyncExternalStore(subscribe, () => state)
}
