/** What an export came to. */
import type { Anomaly } from '#core/query/walk.ts'

export interface Progress {
  readonly rows: number
  readonly requests: number
  /** The sorted date of the last row written, as Close sent it. */
  readonly reached: string | null
  readonly rowsPerSecond: number
}

export interface Receipt {
  /** `complete` only when every sign of it was checked and held. */
  readonly status: 'complete' | 'partial'
  /** Why it is partial, as a sentence; null when it is complete. */
  readonly why: string | null
  /** What stopped it, when something did. */
  readonly error: unknown
  readonly rows: number
  readonly requests: number
  /** Rows that Close sent more than once and that were written once. */
  readonly duplicates: number
  /** Activities that were created after the start, and so left out. */
  readonly late: number
  /** Activities that Close sent and the refinements left out, and what these say. */
  readonly refined: number
  readonly refinements: readonly string[]
  /** Summed by kind. */
  readonly anomalies: readonly Anomaly[]
  /** Half characters replaced, and cells cut at a spreadsheet's limit. */
  readonly replaced: number
  readonly cut: number
  /** The sorted dates of the first and the last row, as Close sent them. */
  readonly first: string | null
  readonly last: string | null
  /** When it was started: `2026-03-01T09:30:00Z`. */
  readonly asOf: string
  readonly fileName: string
}

/** "25,001 activities", with what is not in the file said as well. */
export function lastLine({ status, rows, why }: Receipt, locale: string): string {
  const count = `${new Intl.NumberFormat(locale).format(rows)} ${rows === 1 ? 'activity' : 'activities'}`
  return status === 'complete' ? count : `${count}, not all of them. ${why ?? ''}`.trim()
}
