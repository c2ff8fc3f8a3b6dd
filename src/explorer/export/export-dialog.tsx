import { useEffect } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Notice } from '#ui/notice.tsx'
import { Progress } from '#ui/progress.tsx'
import { ExportEnded } from './export-ended.tsx'
import { ExportForm } from './export-form.tsx'
import { ExportRunning } from './export-running.tsx'
import { type ExportState, useExportState, useLeftovers } from './export-store.ts'
import { LeftoverOffer } from './leftover-offer.tsx'
import { forgetExport, lookForLeftovers } from './run-export.ts'

/** Chooses, shows progress, and tells what the file came to. Closing it stops nothing. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const state = useExportState()

  // The page looks once it has time; somebody may be here before that.
  useEffect(() => void lookForLeftovers(), [])

  function close() {
    forgetExport()
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) close()
      }}
      sturdy={state.status === 'running'}
      title="Export CSV"
      description={
        state.status === 'idle'
          ? 'Everything that matches, not only what is loaded, as of the moment you start.'
          : state.scope
      }
    >
      <Content state={state} onClose={close} />
    </Dialog>
  )
}

function Content({ state, onClose }: { state: ExportState; onClose: () => void }) {
  const { query, locale, timeZone: viewersZone } = useExplorer()
  const timeZone = query.timeZone ?? viewersZone
  const leftovers = useLeftovers()
  switch (state.status) {
    case 'idle':
      return (
        <div className="flex flex-col gap-4">
          {leftovers.map((leftover) => (
            <LeftoverOffer key={leftover.job.id} leftover={leftover} />
          ))}
          <ExportForm />
        </div>
      )
    case 'running':
      return <ExportRunning state={state} locale={locale} timeZone={timeZone} />
    case 'saving':
      return <Progress label="Saving the file" />
    case 'ended':
      return <ExportEnded state={state} locale={locale} timeZone={timeZone} onClose={onClose} />
    case 'failed':
      return (
        <div role="alert" className="flex flex-col gap-4">
          <Notice tone="danger">{state.reason}</Notice>
          <div className="flex justify-end">
            <Button look="primary" onClick={onClose}>
              Done
            </Button>
          </div>
        </div>
      )
  }
}
