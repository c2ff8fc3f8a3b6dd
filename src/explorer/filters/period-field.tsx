import { Suspense, useRef } from 'react'
import { freezePeriod } from '#core/query/period/freeze.ts'
import { periodText } from '#core/query/period/period-text.ts'
import { daysOf } from '#core/query/dates.ts'
import { useRest } from '#explorer/at-rest.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Combobox } from '#ui/combobox.tsx'
import { DateField } from '#ui/text-field.tsx'
import { systemClock } from '#lib/clock.ts'
import { periodFieldId } from './choose-lead.ts'
import { firstEnd, lastEnd } from './days.ts'
import { applyPeriod } from './draft.ts'
import { type Period, periods } from './period.ts'
import { formatDays, formatExact } from './time-text.ts'
import { useChange } from './use-change.ts'
import { useTypedPeriod } from './use-typed-period.ts'
import type { DraftView } from './use-draft.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'

const PeriodButtons = lazyPart(() =>
  import('./period-buttons.tsx').then((module) => ({ default: module.PeriodButtons })),
)

const buttonsPlace = <div className="-mt-2 h-6 pointer-coarse:h-10" />

/** The window in time: a preset in words, anything that can be typed, or the first and the last day. */
export function PeriodField({ draft }: { draft: DraftView }) {
  const { query, timeZone, locale, at } = useExplorer()
  const change = useChange()
  const reader = useTypedPeriod()
  const rests = useRest()
  const group = useRef<HTMLDivElement>(null)
  const zone = query.timeZone ?? timeZone
  const { period, field } = draft
  const chosen = periods.find(({ value }) => value === period)
  const bounds = query.bounds[query.sort]
  const present = () => ({ timeZone: zone, now: systemClock.now() })

  function choose(next: Period) {
    draft.choose(next)
    change((now) => (next === 'chosen' ? freezePeriod(now, present()) : applyPeriod(now, next)), { anew: true })
    if (next === 'chosen') group.current?.querySelector<HTMLInputElement>('input[type=date]')?.focus()
  }

  return (
    <div id={periodFieldId} className="contents">
      <Combobox
        label="Period"
        options={periods}
        value={{ value: period, label: period === 'chosen' ? periodText(bounds, zone) : (chosen?.label ?? period) }}
        offer={reader ? (typed) => reader.offerOf(typed, present()) : undefined}
        onChange={(value) => {
          const next = periods.find((candidate) => candidate.value === value)
          if (next) choose(next.value)
          else if (reader) change((now) => reader.applyTyped(now, value, present()), { anew: true })
        }}
        hint={query.range && formatDays(daysOf(query.range, { timeZone: zone, now: at }), locale)}
        empty="No such period."
      />
      <Suspense fallback={buttonsPlace}>{rests ? <PeriodButtons /> : buttonsPlace}</Suspense>
      <div ref={group} className="grid grid-cols-2 gap-2">
        <DateField label="From" {...field('from')} hint={formatExact(firstEnd(bounds, zone).instant)} />
        <DateField label="To" {...field('to')} hint={formatExact(lastEnd(bounds, zone).instant)} />
      </div>
    </div>
  )
}
