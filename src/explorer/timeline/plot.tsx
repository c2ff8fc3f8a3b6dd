import { memo } from 'react'
import type { Family } from '#core/activity/timeline/families.ts'
import type { Part } from '#core/activity/timeline/coverage.ts'
import { type Chosen, pathsOf, placeOf } from './geometry.ts'
import { Patterns } from './patterns.tsx'
import type { Drawn } from './use-timeline.ts'

interface Props {
  drawn: Drawn
  /** Pixels. */
  width: number
  height: number
  cursor: number | null
  chosen: Chosen | null
  /** Rows counted: the histogram is the same object while it grows. */
  counted: number
}

/** Pixels of the strip that says what is fetched. */
const strip = 4

/** The bars, and hatching where nothing is known. What it shows is told by the slider around it and by the table. */
export const Plot = memo(function Plot({ drawn, width, height, cursor, chosen }: Props) {
  const { buckets, histogram, parts } = drawn
  const room = height - strip - 2
  const bucketWidth = width / histogram.size
  return (
    <svg width={width} height={height} aria-hidden="true" focusable="false" className="block">
      <Patterns />
      {parts.map((part) => (
        <PartShape
          key={part.state + String(part.from)}
          part={part}
          place={(time) => placeOf(buckets.edges, time, width)}
          height={height}
        />
      ))}
      {chosen && (
        <rect
          className="chosen"
          x={chosen.first * bucketWidth + 0.5}
          width={Math.max(1, (chosen.last - chosen.first + 1) * bucketWidth - 1)}
          y={0.5}
          height={room}
        />
      )}
      {pathsOf(histogram, width, room).map(({ family, d }) => (
        <path key={family} d={d} fill={`url(#timeline-${family})`} />
      ))}
      {cursor !== null && (
        <rect
          className="cursor"
          x={cursor * bucketWidth + 0.5}
          width={Math.max(2, bucketWidth - 1)}
          y={0.5}
          height={room}
        />
      )}
    </svg>
  )
})

function PartShape({ part, place, height }: { part: Part; place: (time: number) => number; height: number }) {
  const x = place(part.from)
  const width = Math.max(0, place(part.until) - x)
  if (part.state === 'fetched')
    return <rect className="strip-fetched" x={x} y={height - strip} width={width} height={strip} />
  return <rect x={x} y={0} width={width} height={height} fill={`url(#timeline-${part.state})`} />
}

/** A square with a family's colour and pattern, for the legend. */
export function Swatch({ family }: { family: Family }) {
  return (
    <svg width="10" height="10" aria-hidden="true" focusable="false" className="inline-block shrink-0">
      <rect width="10" height="10" fill={`url(#timeline-${family})`} />
    </svg>
  )
}
