import { useId } from 'react'
import type { ActivityQuery } from '#core/query/activity-query.ts'
import { freezePeriod } from '#core/query/period/freeze.ts'
import { shiftPeriod, widenPeriod } from '#core/query/period/move.ts'
import { useActions } from '#explorer/actions/use-action.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { systemClock } from '#lib/clock.ts'
import { fetchPart } from '#lib/fetch-part.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { focusPeriod } from './choose-lead.ts'
import { useChange } from './use-change.ts'

const openEnd = 'Needs a start and an end.'

/** The period before, the one after, a wider one, and a relative one as the days that it stands for now. */
export function PeriodButtons() {
  const { query, timeZone, at, actions } = useExplorer()
  const change = useChange()
  const reasonId = useId()
  const moment = { timeZone, now: at }
  const hasOpenEnd = widenPeriod(query, moment) === null
  const before = () => change((now) => shiftPeriod(now, moment, -1) ?? now)
  const after = () => change((now) => shiftPeriod(now, moment, 1) ?? now)
  const wider = () => change((now) => widenPeriod(now, moment) ?? now)
  const keep = () => change((now) => freezePeriod(now, moment))

  async function copy() {
    try {
      const { copiedPeriod } = await fetchPart(() => import('./period-clipboard.ts'))
      const text = copiedPeriod(query, moment)
      await navigator.clipboard.writeText(text)
      actions.say(`Period copied: ${text}.`)
    } catch {
      actions.say('The browser did not allow copying.')
    }
  }

  async function paste() {
    try {
      const { pastedPeriod } = await fetchPart(() => import('./period-clipboard.ts'))
      const text = await navigator.clipboard.readText()
      // As if it were typed: what is seen may be from before midnight.
      const present = { ...moment, now: systemClock.now() }
      if (pastedPeriod(query, text, present) === null) actions.say('What was copied is not a period.')
      else change((now) => pastedPeriod(now, text, present) ?? now, { anew: true })
    } catch {
      actions.say('The browser did not allow pasting.')
    }
  }

  const why = hasOpenEnd ? openEnd : null
  useActions([
    { id: 'period-before', run: before, unavailable: why },
    { id: 'period-after', run: after, unavailable: why },
    { id: 'period-wider', run: wider, unavailable: why },
    { id: 'period-keep', run: keep, unavailable: query.range === null ? 'The days are fixed already.' : null },
    { id: 'period-copy', run: () => void copy(), unavailable: isAnyTime(query) ? 'There is no period to copy.' : null },
    { id: 'period-paste', run: () => void paste() },
  ])
  const props = { size: 'small', greyed: hasOpenEnd, 'aria-describedby': hasOpenEnd ? reasonId : undefined } as const
  return (
    <div role="group" aria-label="Move the period" className="-mt-2 flex flex-wrap items-center gap-1">
      <IconButton icon="chevron-left" label="Previous period" onClick={before} {...props} />
      <IconButton icon="chevron-right" label="Next period" onClick={after} {...props} />
      <IconButton icon="plus" label="Wider period" onClick={wider} {...props} />
      {query.range !== null && (
        <Button
          size="small"
          look="quiet"
          onClick={() => {
            keep()
            // The button goes with what it did.
            focusPeriod()
          }}
        >
          Keep these days
        </Button>
      )}
      {hasOpenEnd && (
        <span id={reasonId} className="text-xs text-ink-faint">
          {openEnd}
        </span>
      )}
    </div>
  )
}

function isAnyTime({ range, bounds, sort }: ActivityQuery): boolean {
  return range === null && Object.keys(bounds[sort]).length === 0
}
