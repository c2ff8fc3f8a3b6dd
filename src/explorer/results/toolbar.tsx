import type { ReactNode } from 'react'
import { ViewsButton } from '#explorer/views/views-button.tsx'

/** The line above the table: how much is there, and what can be done with it. */
export function Toolbar({ status, children }: { status: string; children?: ReactNode }) {
  return (
    <div className="@container shrink-0 border-b border-line bg-surface px-3">
      <div className="flex min-h-10 items-center justify-between gap-x-2 @max-2xl:flex-wrap">
        {/* Changes with every page: what is worth saying aloud is announced elsewhere. Takes the focus when what had it has gone. */}
        <p
          role="status"
          aria-live="off"
          tabIndex={-1}
          className="min-w-0 truncate text-ink-muted tabular-nums @max-2xl:w-full @max-2xl:pt-1"
          title={status}
        >
          {status}
        </p>
        <div className="flex shrink-0 items-center gap-1 @max-2xl:max-w-full @max-2xl:flex-wrap @max-2xl:gap-0 @max-2xl:[&_button]:px-2">
          <ViewsButton />
          {children}
        </div>
      </div>
    </div>
  )
}
