import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import type { Pacer } from '#client/pacer.ts'
import { families } from '#core/activity/timeline/families.ts'
import { boundsBetween } from '#core/activity/timeline/pick.ts'
import {
  bucketText,
  spanText,
  stateOf,
  stepText,
  tickText,
  ticksOf,
  type TimelineWording,
} from '#core/activity/timeline/texts.ts'
import { withBounds } from '#core/query/changes.ts'
import type { Stream } from '#core/query/plan-types.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { useChange } from '#explorer/filters/use-change.ts'
import type { Activities } from '#explorer/results/use-activities.ts'
import { Button } from '#ui/button.tsx'
import { type Chosen, typesOf } from './geometry.ts'
import { Plot, Swatch } from './plot.tsx'
import './timeline.css'
import { TimelineTable } from './timeline-table.tsx'
import { useFill } from './use-fill.ts'
import { useScrub } from './use-scrub.ts'
import { type Drawn, useTimeline } from './use-timeline.ts'
import { useWidth } from './use-width.ts'

interface Props {
  activities: Activities
  stream: Stream
  pacer: Pacer
  timeZone: string
}

const plotHeight = 56

/** Whether the timeline of the list before had the focus when it went: the next one takes it over. */
let takesFocus = false

/** How many there are when, of what is loaded; which part of the searched time is known; and a way to choose a part. */
export function Timeline({ activities, stream, pacer, timeZone }: Props) {
  const { locale } = useExplorer()
  const change = useChange()
  const ids = useId()
  const [isTable, setIsTable] = useState(false)
  const slider = useRef<HTMLDivElement>(null)
  const width = useWidth(slider)
  const fill = useFill(activities)
  const most = Math.max(12, Math.min(100, Math.floor(width / 8)))
  const drawn = useTimeline({ activities, stream, pacer, timeZone, most, goal: fill.goal })
  const wording = { locale, timeZone }
  const scrub = useScrub({ size: drawn?.histogram.size ?? 0, onChoose: choose, onPress: press })

  useLayoutEffect(() => {
    const { current } = slider
    if (takesFocus) current?.focus({ preventScroll: true })
    takesFocus = false
    return () => {
      takesFocus = document.activeElement === current
      // The next one is there at once, or it is folded away.
      queueMicrotask(() => (takesFocus = false))
    }
  }, [])

  function choose({ first, last }: Chosen) {
    const { edges } = drawn?.buckets ?? { edges: [] }
    const [from, until] = [edges[first], edges[last + 1]]
    if (from === undefined || until === undefined) return
    change((now) => withBounds({ ...now, range: null }, now.sort, boundsBetween(from, until, timeZone)))
  }

  function press(bucket: number) {
    const [from = 0, until = 0] = drawn?.buckets.edges.slice(bucket, bucket + 2) ?? []
    const isKnown = !drawn || stateOf(from, until, drawn.parts) === 'fetched'
    if (!isKnown) fill.downTo(from)
    // All there is needs no choosing.
    else if (drawn && drawn.histogram.size > 1) choose({ first: bucket, last: bucket })
  }

  const told = drawn && scrub.shown !== null ? toldOf(drawn, scrub.shown, scrub.chosen, wording) : null
  return (
    <section aria-label="Timeline" className="timeline shrink-0 border-b border-line bg-surface px-3">
      <div className="flex h-7 items-center justify-between gap-2 text-xs text-ink-muted">
        <p className="min-w-0 truncate tabular-nums" title={told ?? undefined}>
          {told ?? (drawn ? <Legend drawn={drawn} wording={wording} /> : 'Loading…')}
        </p>
        <div className="flex shrink-0 items-center gap-1">
          {fill.goal !== null && (
            <Button
              size="small"
              onClick={() => {
                slider.current?.focus()
                fill.stop()
              }}
            >
              Stop fetching
            </Button>
          )}
          <Button
            size="small"
            look="quiet"
            aria-expanded={isTable}
            aria-controls={`${ids}-table`}
            onClick={() => setIsTable(!isTable)}
          >
            Show as table
          </Button>
        </div>
      </div>
      <div
        ref={slider}
        role="slider"
        tabIndex={0}
        aria-label="Timeline"
        aria-orientation="horizontal"
        aria-valuemin={1}
        aria-valuemax={Math.max(1, drawn?.histogram.size ?? 1)}
        aria-valuenow={scrub.current + 1}
        aria-valuetext={drawn ? toldOf(drawn, scrub.current, scrub.chosen, wording) : 'Loading'}
        aria-describedby={`${ids}-keys`}
        className="cursor-crosshair touch-pan-y select-none"
        style={{ height: plotHeight }}
        {...scrub.handlers}
      >
        {drawn && (
          <Plot
            drawn={drawn}
            counted={drawn.histogram.counted}
            width={width}
            height={plotHeight}
            cursor={scrub.cursor}
            chosen={scrub.chosen}
          />
        )}
      </div>
      <Axis>{drawn && ticks(drawn, width, wording)}</Axis>
      <p id={`${ids}-keys`} className="sr-only">
        Arrows move, Shift and arrows choose a part, Enter makes it the period, or fetches what is not there yet.
      </p>
      {isTable && drawn && <TimelineTable id={`${ids}-table`} drawn={drawn} {...wording} />}
    </section>
  )
}

function toldOf(
  { buckets, histogram, parts }: Drawn,
  bucket: number,
  chosen: Chosen | null,
  wording: TimelineWording,
): string {
  if (!chosen || chosen.first === chosen.last) return bucketText(buckets, histogram, bucket, parts, wording)
  const [from = 0, until = 0] = [buckets.edges[chosen.first], buckets.edges[chosen.last + 1]]
  let total = 0
  for (let each = chosen.first; each <= chosen.last; each += 1) total += histogram.totalAt(each)
  const isKnown = stateOf(from, until, parts) === 'fetched'
  return `Chosen: ${spanText(from, until, buckets, wording)}, ${total.toLocaleString(wording.locale)} loaded${isKnown ? '' : ', not all fetched yet'}`
}

/** What is drawn, and what the colours mean. */
function Legend({ drawn, wording }: { drawn: Drawn; wording: TimelineWording }) {
  const { buckets, histogram, parts } = drawn
  const sums = families
    .map((family) => ({
      ...family,
      sum: typesOf(histogram, family.id).reduce((sum, type) => sum + histogram.sumOf(type), 0),
    }))
    .filter(({ sum }) => sum > 0)
  return (
    <span className="flex items-center gap-3">
      {sums.map(({ id, label, sum }) => (
        <span key={id} className="flex shrink-0 items-center gap-1">
          <Swatch family={id} />
          {label} {sum.toLocaleString(wording.locale)}
        </span>
      ))}
      <span className="min-w-0 truncate text-ink-faint">
        {[
          stepText(buckets.step),
          wording.timeZone.replaceAll('_', ' '),
          ...(parts.every(({ state }) => state === 'fetched') ? [] : ['hatched: not fetched yet']),
        ].join(' · ')}
      </span>
    </span>
  )
}

function Axis({ children }: { children: ReactNode }) {
  return (
    <div aria-hidden="true" className="relative h-5 overflow-hidden text-[0.6875rem] text-ink-faint tabular-nums">
      {children}
    </div>
  )
}

function ticks({ buckets }: Drawn, width: number, wording: TimelineWording) {
  const size = buckets.edges.length - 1
  return ticksOf(buckets, wording.timeZone, Math.floor(width / 72)).map((bucket) => {
    const left = (bucket / size) * width
    if (left > width - 48) return null
    return (
      <span key={bucket} className="absolute top-0 whitespace-nowrap" style={{ left }}>
        {tickText(buckets.edges[bucket] ?? 0, buckets.step, wording)}
      </span>
    )
  })
}
