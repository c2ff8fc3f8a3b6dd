import { useRef } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { ActivityQuery } from '#core/query/activity-query.ts'
import { daysOf } from '#core/query/dates.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Combobox } from '#ui/combobox.tsx'
import { DateField } from '#ui/text-field.tsx'
import { systemClock } from '#lib/clock.ts'
import { periodFieldId } from './choose-lead.ts'
import { firstEnd, lastEnd } from './days.ts'
import { applyPeriod, type Draft } from './draft.ts'
import { isRange, type Period, periods } from './period.ts'
import { formatDays, formatExact } from './time-text.ts'
import { useChange } from './use-change.ts'
import type { DraftField } from './use-draft.ts'

interface PeriodFieldProps {
  form: UseFormReturn<Draft>
  field: DraftField
}

/** The window in time: a preset in words, or the first and the last day. */
export function PeriodField({ form, field }: PeriodFieldProps) {
  const { query, timeZone, locale } = useExplorer()
  const change = useChange()
  const group = useRef<HTMLDivElement>(null)
  const zone = query.timeZone ?? timeZone
  const period = form.watch('period')
  const chosen = periods.find(({ value }) => value === period)
  const bounds = query.bounds[query.sort]

  function choose(next: Period) {
    form.setValue('period', next)
    change((now) => (next === 'chosen' ? asDays(now, zone) : applyPeriod(now, next)))
    if (next === 'chosen') group.current?.querySelector<HTMLInputElement>('input[type=date]')?.focus()
  }

  return (
    <div id={periodFieldId} className="contents">
      <Combobox
        label="Period"
        options={periods}
        value={{ value: period, label: chosen?.label ?? period }}
        onChange={(value) => {
          const next = periods.find((candidate) => candidate.value === value)
          if (next) choose(next.value)
        }}
        hint={query.range && formatDays(daysOf(query.range, { timeZone: zone, now: systemClock.now() }), locale)}
        empty="No such period."
      />
      <div ref={group} className="grid grid-cols-2 gap-2">
        <DateField label="From" {...field('from')} hint={formatExact(firstEnd(bounds, zone).instant)} />
        <DateField label="To" {...field('to')} hint={formatExact(lastEnd(bounds, zone).instant)} />
      </div>
    </div>
  )
}

/** A preset as the days it stands for today. */
function asDays(query: ActivityQuery, timeZone: string): ActivityQuery {
  if (query.range === null || !isRange(query.range)) return query
  const { first, last } = daysOf(query.range, { timeZone, now: systemClock.now() })
  return { ...query, range: null, bounds: { ...query.bounds, [query.sort]: { gte: first, lte: last } } }
}
