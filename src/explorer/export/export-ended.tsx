import { numberText } from '#core/activity/format.ts'
import type { Receipt } from '#export/receipt.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'

interface Props {
  receipt: Receipt
  locale: string
  onClose: () => void
}

export function ExportEnded({ receipt, locale, onClose }: Props) {
  const { status, why, rows, fileName, refinements } = receipt
  const count = `${numberText(rows, locale)} ${rows === 1 ? 'row' : 'rows'}`
  return (
    <div className="flex flex-col gap-4" role={status === 'partial' ? 'alert' : undefined}>
      <Notice tone={status === 'complete' ? 'good' : 'warn'}>
        {status === 'complete' ? (
          <p>
            {rows === 0
              ? 'Nothing matches, so the file holds its header alone.'
              : refinements.length > 0
                ? 'Complete: every activity that matched and that the refinements keep, once.'
                : 'Complete: every activity that matched, once.'}
          </p>
        ) : (
          <p>Not complete. {why} What was written until then is kept.</p>
        )}
        <Remarks receipt={receipt} locale={locale} />
      </Notice>
      <p aria-live="polite">
        <strong className="font-semibold tabular-nums">{count}</strong> written to{' '}
        <span className="break-all">{fileName}</span>
      </p>
      <div className="flex justify-end">
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      </div>
    </div>
  )
}

/** What else is worth knowing of the file. */
function Remarks({ receipt, locale }: { receipt: Receipt; locale: string }) {
  const remarks = [
    [receipt.refined, `left out by refinements: ${receipt.refinements.join('; ')}`],
    [receipt.late, 'created after the start and left out'],
    [receipt.replaced, 'half characters replaced'],
    [receipt.cut, 'cells cut at the length a spreadsheet can hold'],
  ] as const
  return remarks
    .filter(([count]) => count > 0)
    .map(([count, what]) => (
      <p key={what} className="mt-1">
        {numberText(count, locale)} {what}.
      </p>
    ))
}
