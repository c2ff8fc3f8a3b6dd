import { numberText } from '#core/activity/format.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Button } from '#ui/button.tsx'
import { useExportState, useLeftovers } from './export-store.ts'

/** Beside the button while the dialog is closed: how far the export is, how it ended, or that one can go on. */
export function ExportStatus({ onOpen }: { onOpen: () => void }) {
  const { locale } = useExplorer()
  const state = useExportState()
  const leftovers = useLeftovers()
  const text = statusText(state, leftovers.length, locale)
  if (text === null) return null
  return (
    <Button look="fix" className="tabular-nums" onClick={onOpen}>
      {text}
    </Button>
  )
}

function statusText(state: ReturnType<typeof useExportState>, leftovers: number, locale: string): string | null {
  switch (state.status) {
    case 'idle':
      return leftovers === 0 ? null : 'Unfinished export'
    case 'running':
      if (state.progress.reason !== null) return 'Export needs a key'
      return `${state.progress.state === 'paused' ? 'Paused at' : 'Exporting,'} ${numberText(state.progress.rows, locale)} rows`
    case 'saving':
      return 'Saving the export'
    case 'ended':
      return state.receipt.status === 'complete' && state.unsaved === null ? 'Export complete' : 'Export not complete'
    case 'failed':
      return 'Export failed'
  }
}
