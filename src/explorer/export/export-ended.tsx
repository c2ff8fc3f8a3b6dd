import { useState } from 'react'
import { numberText } from '#core/activity/format.ts'
import { receiptJson } from '#export/receipt-json.ts'
import type { Receipt } from '#export/receipt.ts'
import { CopyButton } from '#explorer/copy-button.tsx'
import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { Notice } from '#ui/notice.tsx'
import type { ExportState } from './export-store.ts'
import { receiptFacts } from './receipt-facts.ts'
import { downloadFiles, downloadReceipt, endedLeftover } from './run-export.ts'
import { useStarter } from './use-start.ts'

interface Props {
  state: Extract<ExportState, { status: 'ended' }>
  locale: string
  timeZone: string
  onClose: () => void
}

export function ExportEnded({ state, locale, timeZone, onClose }: Props) {
  const { receipt, unsaved, canGoOn } = state
  const { status, why, rows, fileName, files, refinements } = receipt
  const isWhole = status === 'complete' && unsaved === null
  const count = `${numberText(rows, locale)} ${rows === 1 ? 'row' : 'rows'}`
  return (
    <div className="flex flex-col gap-4" role={isWhole ? undefined : 'alert'}>
      <Notice tone={isWhole ? 'good' : 'warn'}>
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
        {unsaved !== null && (
          <p>
            It could not be put where you wanted it: {unsaved}{' '}
            <Button size="small" onClick={() => void downloadFiles()}>
              Download it instead
            </Button>
          </p>
        )}
      </Notice>
      {unsaved === null && (
        <p aria-live="polite">
          <strong className="font-semibold tabular-nums">{count}</strong> written to{' '}
          <span className="break-all">
            {files.length > 1 ? `${numberText(files.length, locale)} files, the last ${fileName}` : fileName}
          </span>
        </p>
      )}
      <ReceiptView receipt={receipt} locale={locale} timeZone={timeZone} />
      <div className="flex flex-wrap justify-end gap-2">
        {canGoOn && <GoOnButton />}
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      </div>
    </div>
  )
}

function GoOnButton() {
  const starter = useStarter()
  const [gone, setGone] = useState(false)

  async function goOn() {
    const left = await endedLeftover()
    if (!left) return setGone(true)
    const target = await starter.ask(left.job)
    if (target) await starter.start(left.job, target, left.checkpoint)
  }

  return (
    <Button greyed={gone} onClick={() => void goOn()}>
      {gone ? 'Nothing left to resume' : 'Resume'}
    </Button>
  )
}

function ReceiptView({ receipt, locale, timeZone }: { receipt: Receipt; locale: string; timeZone: string }) {
  return (
    <Disclosure label="Receipt" startOpen>
      <div className="flex flex-col gap-3">
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 tabular-nums">
          {receiptFacts(receipt, locale, timeZone).map(({ name, value, isCode }) => (
            <div key={name} className="contents">
              <dt className="text-ink-muted">{name}</dt>
              <dd className={cx('min-w-0 text-end break-all', isCode && 'font-mono text-xs')}>{value}</dd>
            </div>
          ))}
        </dl>
        <div className="flex gap-2">
          <CopyButton label="Copy receipt" text={() => receiptJson(receipt)} />
          <Button size="small" icon="download" onClick={() => downloadReceipt(receipt)}>
            Save receipt
          </Button>
        </div>
      </div>
    </Disclosure>
  )
}
