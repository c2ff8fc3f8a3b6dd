/** What an export has counted in what it wrote. */
import type { Anomaly, AnomalyKind } from '#core/query/walk.ts'
import type { SavedCounts } from './checkpoint.ts'
import type { Page } from './lines.ts'

export interface Tally {
  rows: number
  /** Rows that the walks brought, written or not. */
  found: number
  duplicates: number
  late: number
  refined: number
  apart: number
  replaced: number
  cut: number
  first: string | null
  last: string | null
  readonly anomalies: Map<AnomalyKind, number>
}

export function newTally(saved: SavedCounts | null): Tally {
  const { rows = 0, duplicates = 0, late = 0, refined = 0, apart = 0, replaced = 0, cut = 0 } = saved ?? {}
  return {
    rows,
    found: rows + late + refined + apart,
    duplicates,
    late,
    refined,
    apart,
    replaced,
    cut,
    first: saved?.first ?? null,
    last: saved?.last ?? null,
    anomalies: new Map(saved?.anomalies.map(({ kind, count }) => [kind, count])),
  }
}

export function count(tally: Tally, page: Page): void {
  tally.rows += page.lines.length
  tally.found += page.found
  tally.duplicates += page.repeated
  tally.late += page.late
  tally.refined += page.refined
  tally.apart += page.apart
  tally.replaced += page.replaced
  tally.cut += page.cut
  tally.first ??= page.first
  tally.last = page.last ?? tally.last
  for (const { kind, count: more } of page.anomalies) {
    tally.anomalies.set(kind, (tally.anomalies.get(kind) ?? 0) + more)
  }
}

export function anomaliesOf({ anomalies }: Tally): readonly Anomaly[] {
  return [...anomalies].map(([kind, count]) => ({ kind, count }))
}
