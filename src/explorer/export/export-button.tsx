import { Suspense, useEffect, useId, useState } from 'react'
import type { CloseClient } from '#client/close-client.ts'
import type { ReadyPlan } from '#export/export-activities.ts'
import { useAction } from '#explorer/actions/use-action.ts'
import { type Explorer, useExplorer } from '#explorer/explorer-context.ts'
import { Button } from '#ui/button.tsx'
import { useExportState, useLeftovers } from './export-store.ts'
import { soonLookForLeftovers } from './look-for-leftovers.ts'
import { lazyPart } from '#ui/lazy-part.tsx'

const ExportStatus = lazyPart(async () => ({ default: (await import('./export-status.tsx')).ExportStatus }))
const ExportDialog = lazyPart(async () => ({ default: (await import('./export-dialog.tsx')).ExportDialog }))

type Exportable = { readonly ready: true; readonly client: CloseClient; readonly plan: ReadyPlan } | Hindrance
interface Hindrance {
  readonly ready: false
  readonly reason: string
}

/** Whether the present query can be exported, or why not. */
export function exportable({ query, plan, client }: Pick<Explorer, 'query' | 'plan' | 'client'>): Exportable {
  if (plan.status === 'blocked')
    return { ready: false, reason: 'This query cannot run, so there is nothing to export.' }
  if (query.unread.length > 0) {
    return {
      ready: false,
      reason: 'A part of the link was not understood. Remove it first, so that the file holds what was meant.',
    }
  }
  if (!client) return { ready: false, reason: 'Connect to Close first.' }
  return { ready: true, client, plan }
}

/** "Export CSV", greyed with its reason while the query is not one that can be exported. */
export function ExportButton() {
  const [open, setOpen] = useState(false)
  const found = exportable(useExplorer())
  const id = useId()
  const { status } = useExportState()
  const leftovers = useLeftovers()
  useEffect(soonLookForLeftovers, [])
  useAction('export', () => setOpen(true), found.ready ? null : found.reason)
  return (
    <>
      {!open && (status !== 'idle' || leftovers.length > 0) && (
        <Suspense fallback={null}>
          <ExportStatus onOpen={() => setOpen(true)} />
        </Suspense>
      )}
      <Button
        icon="download"
        greyed={!found.ready}
        title={found.ready ? undefined : found.reason}
        aria-describedby={found.ready ? undefined : id}
        onClick={() => setOpen(true)}
      >
        <span className="max-[22.5rem]:sr-only">Export CSV</span>
      </Button>
      {!found.ready && (
        <span id={id} className="sr-only">
          {found.reason}
        </span>
      )}
      {open && (
        <Suspense fallback={null}>
          <ExportDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
