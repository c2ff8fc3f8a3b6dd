import type { ReactNode } from 'react'
import { ViewsButton } from '#explorer/views/views-button.tsx'

/** The line above the table: how much is there, and what can be done with it. */
export function Toolbar({ status, children }: { status: string; children?: ReactNode }) {
  return (
    <div className="flex h-10 shrink-0 items-center justify-between gap-2 border-b border-line bg-surface px-3">
      {/* Changes with every page: what is worth saying aloud is announced elsewhere. Takes the focus when what had it has gone. */}
      <p
        role="status"
        aria-live="off"
        tabIndex={-1}
        className="min-w-0 truncate text-ink-muted tabular-nums"
        title={status}
      >
        {status}
      </p>
      <div className="flex shrink-0 items-center gap-1 max-sm:gap-0 max-sm:[&>button]:px-2">
        <ViewsButton />
        {children}
      </div>
    </div>
  )
}
