import { instantText, numberText } from '#core/activity/format.ts'
import type { Progress as ExportProgress } from '#export/receipt.ts'
import { Button } from '#ui/button.tsx'
import { Progress } from '#ui/progress.tsx'
import { cancelExport } from './export-store.ts'

interface Props {
  progress: ExportProgress
  locale: string
  timeZone: string
}

export function ExportRunning({ progress, locale, timeZone }: Props) {
  const { rows, reached, rowsPerSecond } = progress
  return (
    <div className="flex flex-col gap-4">
      <Progress label="Exporting" />
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 tabular-nums">
        <Fact name="Rows written" value={numberText(rows, locale)} />
        <Fact name="Back to" value={reached === null ? '…' : instantText(reached, locale, timeZone)} />
        <Fact name="Rows a second" value={rowsPerSecond > 0 ? numberText(Math.round(rowsPerSecond), locale) : '…'} />
      </dl>
      <div className="flex items-center justify-between gap-3">
        <p className="text-ink-muted">You can close this and go on; the export keeps its own filters.</p>
        <Button onClick={cancelExport}>Cancel export</Button>
      </div>
    </div>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="text-ink-muted">{name}</dt>
      <dd className="text-end">{value}</dd>
    </>
  )
}
