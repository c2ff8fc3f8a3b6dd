import { spanText, stateOf, type TimelineWording, typeText } from '#core/activity/timeline/texts.ts'
import type { Drawn } from './use-timeline.ts'

const states = {
  fetched: 'Fetched',
  partly: 'Partly',
  fetching: 'Being fetched',
  waiting: 'Waiting',
  failed: 'Failed',
  unknown: 'Not yet',
}

/** The numbers of the timeline, newest first. */
export function TimelineTable({ drawn, id, ...wording }: { drawn: Drawn; id: string } & TimelineWording) {
  const { buckets, histogram, parts } = drawn
  const { edges } = buckets
  const rows = Array.from({ length: histogram.size }, (_, i) => histogram.size - 1 - i)
  const stateAt = (bucket: number) => stateOf(edges[bucket] ?? 0, edges[bucket + 1] ?? 0, parts)
  const isKnown = (bucket: number) => stateAt(bucket) === 'fetched' || stateAt(bucket) === 'partly'
  // What was not fetched is not nothing.
  const shown = (bucket: number, count: number) =>
    count > 0 || isKnown(bucket) ? count.toLocaleString(wording.locale) : '–'
  return (
    <div
      id={id}
      role="region"
      aria-label="Timeline as a table"
      tabIndex={0}
      className="mb-2 max-h-[40vh] overflow-auto rounded-md border border-line"
    >
      <table className="w-full tabular-nums">
        <caption className="sr-only">Activities loaded, by time and type</caption>
        <thead className="sticky top-0 bg-sunken text-xs text-ink-muted">
          <tr>
            <th scope="col" className={`${cell} text-start`}>
              Time in {wording.timeZone.replaceAll('_', ' ')}
            </th>
            <th scope="col" className={`${cell} text-start`}>
              Fetched
            </th>
            {['All', ...histogram.types.map(typeText)].map((name) => (
              <th key={name} scope="col" className={`${cell} text-end`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((bucket) => {
            const [from = 0, until = 0] = edges.slice(bucket, bucket + 2)
            return (
              <tr key={from} className="border-t border-line">
                <th scope="row" className={`${cell} text-start font-normal whitespace-nowrap`}>
                  {spanText(from, until, buckets, wording)}
                </th>
                <td className={`${cell} text-ink-muted`}>{states[stateAt(bucket)]}</td>
                <td className={`${cell} text-end font-medium`}>{shown(bucket, histogram.totalAt(bucket))}</td>
                {histogram.types.map((type) => (
                  <td key={type} className={`${cell} text-end`}>
                    {shown(bucket, histogram.countAt(bucket, type))}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const cell = 'px-2 py-1'
