import { useExplorer } from '#explorer/explorer-context.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ExportEnded } from './export-ended.tsx'
import { ExportForm } from './export-form.tsx'
import { ExportRunning } from './export-running.tsx'
import { forgetExport, useExportState } from './export-store.ts'

/** Chooses, shows progress, and tells what the file came to. Closing it stops nothing. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const state = useExportState()
  const { query, locale, timeZone: viewersZone } = useExplorer()
  const timeZone = query.timeZone ?? viewersZone

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
      {state.status === 'idle' && <ExportForm />}
      {state.status === 'running' && <ExportRunning progress={state.progress} locale={locale} timeZone={timeZone} />}
      {state.status === 'ended' && <ExportEnded receipt={state.receipt} locale={locale} onClose={close} />}
    </Dialog>
  )
}
