import { useState } from 'react'
import type { RawAnswer, RequestLog } from '#client/request-log.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { CopyButton } from '#explorer/copy-button.tsx'
import { Button } from '#ui/button.tsx'

/** Drawn at most; copying takes all of it. */
const shown = 20_000

/** The last page of activities, as it came. */
export function RawPage({ log }: { log: RequestLog }) {
  const { locale } = useExplorer()
  const [page, setPage] = useState<RawAnswer | 'none' | null>(null)
  if (page === null) {
    return (
      <Button size="small" onClick={() => setPage(log.lastPage() ?? 'none')}>
        Show raw answer of the last page
      </Button>
    )
  }
  if (page === 'none')
    return <p className="text-ink-muted">The last page is not kept: there was none yet, or it is very large.</p>
  const rest = page.text.length - shown
  return (
    <div className="flex w-full flex-col gap-2">
      <div className="flex items-center justify-between gap-2">
        <h3 className="text-xs font-semibold text-ink-muted">{`Raw answer of request ${page.number.toLocaleString(locale)}`}</h3>
        <CopyButton label="Copy answer" text={() => page.text} />
      </div>
      <pre
        tabIndex={0}
        aria-label="Raw answer"
        className="max-h-72 overflow-auto rounded-md border border-line bg-sunken p-2 font-mono text-xs break-all whitespace-pre-wrap"
      >
        {page.text.slice(0, shown)}
      </pre>
      {rest > 0 && (
        <p className="text-xs text-ink-muted">{`${rest.toLocaleString(locale)} more characters are not shown here; copying takes all of it.`}</p>
      )}
    </div>
  )
}
