import { useId } from 'react'
import { violationsOf } from '#core/query/rules.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Icon } from '#ui/icon.tsx'
import { FixButtons } from './fix-buttons.tsx'

/** In place of rows: every rule the query breaks, what breaks it, and the ways out. Nothing is asked until one is taken. */
export function BlockedNotice() {
  const id = useId()
  const { query } = useExplorer()
  const violations = violationsOf(query)
  if (violations.length === 0) return null
  return (
    <section aria-labelledby={id} className="rounded-lg border border-warn/50 bg-surface p-4">
      <h2 id={id} className="flex items-center gap-2 text-[0.9375rem] font-semibold">
        <Icon name="alert" className="size-4 text-warn" />
        This query cannot run
      </h2>
      <p className="mt-1 text-ink-muted">Close would refuse it, so nothing has been asked.</p>
      <ul className="mt-3 flex flex-col divide-y divide-line">
        {violations.map(({ rule, reason, detail, fixes }) => (
          <li key={rule} className="flex flex-col gap-1.5 py-3 first:pt-0 last:pb-0">
            <p>{reason}</p>
            <p className="text-ink-muted">In this query: {detail}.</p>
            <FixButtons fixes={fixes} />
          </li>
        ))}
      </ul>
    </section>
  )
}
