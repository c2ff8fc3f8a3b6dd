/** Where things are on the timeline, in pixels. Every bucket is equally wide. */
import { bucketAt, type Histogram } from '#core/activity/timeline/histogram.ts'
import { families, type Family, familyOf } from '#core/activity/timeline/families.ts'

/** Buckets chosen, both included. */
export interface Chosen {
  readonly first: number
  readonly last: number
}

export function between(a: number, b: number): Chosen {
  return { first: Math.min(a, b), last: Math.max(a, b) }
}

/** Pixels from the start. */
export function placeOf(edges: readonly number[], time: number, width: number): number {
  const size = edges.length - 1
  if (time >= (edges[size] ?? 0)) return width
  const bucket = bucketAt(edges, time)
  if (bucket < 0) return 0
  const from = edges[bucket] ?? 0
  return ((bucket + (time - from) / ((edges[bucket + 1] ?? from + 1) - from)) * width) / size
}

/** The bucket at that many pixels from the start; the nearest where that is outside. */
export function bucketUnder(x: number, width: number, size: number): number {
  return Math.min(size - 1, Math.max(0, Math.floor((x / Math.max(1, width)) * size)))
}

/** The types of a histogram that belong to a family. */
export function typesOf(histogram: Histogram, family: Family): readonly string[] {
  return histogram.types.filter((type) => familyOf(type) === family)
}

/** One path a family: hundreds of bars are then few elements. A bucket with anything in it is at least two pixels high. */
export function pathsOf(histogram: Histogram, width: number, height: number): { family: Family; d: string }[] {
  const { size, highest } = histogram
  const bucketWidth = width / size
  const gap = bucketWidth > 4 ? 1 : 0
  const filled = Array.from({ length: size }, () => 0)
  return families.flatMap(({ id }) => {
    const types = typesOf(histogram, id)
    let d = ''
    for (let bucket = 0; bucket < size; bucket += 1) {
      const count = types.reduce((sum, type) => sum + histogram.countAt(bucket, type), 0)
      if (count === 0) continue
      const whole = Math.max(2, (histogram.totalAt(bucket) / highest) * height)
      const part = (count / histogram.totalAt(bucket)) * whole
      const below = filled[bucket] ?? 0
      filled[bucket] = below + part
      // A thin line of the surface between two families, where there is room for it.
      const drawn = below > 0 && part > 3 ? part - 1 : part
      d += `M${round(bucket * bucketWidth)} ${round(height - below - part)}h${round(bucketWidth - gap)}v${round(drawn)}h${round(gap - bucketWidth)}z`
    }
    return d === '' ? [] : [{ family: id, d }]
  })
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100
}
