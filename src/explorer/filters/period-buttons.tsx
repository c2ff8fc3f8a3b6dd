import { useId } from 'react'
import type { ActivityQuery } from '#core/query/activity-query.ts'
import { freezePeriod, shiftPeriod, widenPeriod } from '#core/query/period/move.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { useChange } from './use-change.ts'

/** The period before, the one after, a wider one, and a relative one as the days that it stands for now. */
export function PeriodButtons() {
  const { query, timeZone, at } = useExplorer()
  const change = useChange()
  const reasonId = useId()
  const moment = { timeZone, now: at }
  const hasOpenEnd = widenPeriod(query, moment) === null
  const props = (edit: (now: ActivityQuery) => ActivityQuery | null) => ({
    greyed: hasOpenEnd,
    'aria-describedby': hasOpenEnd ? reasonId : undefined,
    onClick: () => change((now) => edit(now) ?? now),
  })
  return (
    <div role="group" aria-label="Move the period" className="-mt-2 flex flex-wrap items-center gap-1">
      <IconButton
        size="small"
        icon="chevron-left"
        label="Previous period"
        {...props((now) => shiftPeriod(now, moment, -1))}
      />
      <IconButton
        size="small"
        icon="chevron-right"
        label="Next period"
        {...props((now) => shiftPeriod(now, moment, 1))}
      />
      <IconButton size="small" icon="plus" label="Wider period" {...props((now) => widenPeriod(now, moment))} />
      {query.range !== null && (
        <Button size="small" look="quiet" onClick={() => change((now) => freezePeriod(now, moment))}>
          Keep these days
        </Button>
      )}
      {hasOpenEnd && (
        <span id={reasonId} className="text-xs text-ink-faint">
          A period with two ends can be moved.
        </span>
      )}
    </div>
  )
}
