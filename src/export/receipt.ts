/** What an export came to. */
import type { Anomaly } from '#core/query/walk.ts'

export type WindowState = 'waiting' | 'running' | 'done' | 'failed'

/** A part of the period, as far as it is known. Both ends are instants, `2026-03-01T09:30:00Z`; null is open. */
export interface WindowProgress {
  readonly from: string | null
  readonly until: string | null
  readonly state: WindowState
  /** Rows found in it. */
  readonly rows: number
}

export interface Progress {
  readonly state: 'running' | 'paused' | 'waiting' | 'verifying'
  /** Why it is paused without having been asked to. */
  readonly reason: PauseReason | null
  /** Rows written. */
  readonly rows: number
  /** Pages asked for so far. */
  readonly requests: number
  /** The sorted date of the last row written, as Close sent it. */
  readonly reached: string | null
  readonly rowsPerSecond: number
  /** Newest first. */
  readonly windows: readonly WindowProgress[]
  /** When the wait that Close asked for ends, in milliseconds since 1970. */
  readonly waitingUntil: number | null
  /** An estimate from the dates covered; null while nothing is known of how far back the activities go. */
  readonly secondsLeft: number | null
}

/** `other-organization`: the new credential belongs to another one than the export was begun with. */
export type PauseReason = 'unauthorized' | 'other-organization'

/** Before the first page is there. */
export const noProgress: Progress = {
  state: 'running',
  reason: null,
  rows: 0,
  requests: 0,
  reached: null,
  rowsPerSecond: 0,
  windows: [],
  waitingUntil: null,
  secondsLeft: null,
}

/** One file of an export. */
export interface FileReceipt {
  readonly name: string
  readonly bytes: number
  readonly rows: number
  /** In hexadecimal; null when a part of the file was written by an earlier run and could not be read again. */
  readonly sha256: string | null
}

export interface VerifyReceipt {
  readonly status: 'agrees' | 'unfinished'
  /** Why it is unfinished, as a sentence. */
  readonly why: string | null
  readonly requests: number
  /** Counts, and the first ids of each: rows that the second reading did not find, found with another date, and found only then. */
  readonly deleted: number
  readonly deletedIds: readonly string[]
  readonly changed: number
  readonly changedIds: readonly string[]
  readonly added: number
  readonly addedIds: readonly string[]
}

export interface Receipt {
  /** `complete` only when every sign of it was checked and held. */
  readonly status: 'complete' | 'partial'
  /** Why it is partial, as a sentence; null when it is complete. */
  readonly why: string | null
  /** What stopped it, when something did. */
  readonly error: unknown
  readonly rows: number
  /** Pages asked for. */
  readonly requests: number
  /** Tries that followed a failed one. */
  readonly retries: number
  /** Times that Close asked to slow down. */
  readonly waits: number
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
  /** The last file's, when there are several. */
  readonly fileName: string
  /** In order. */
  readonly files: readonly FileReceipt[]
  /** Newest first. */
  readonly windows: readonly WindowProgress[]
  /** Null when it was not asked for. */
  readonly verify: VerifyReceipt | null
  readonly about: ExportQuestion
}

/** What was asked, for someone who has only the file. */
export interface ExportQuestion {
  /** The list and its filters, in words. */
  readonly words: string
  /** The link's query string. */
  readonly search: string
  /** The first request of each list that is read. */
  readonly plan: readonly { readonly path: string; readonly parameters: Readonly<Record<string, string>> }[]
  /** `close`: every filter is Close's own. `here`: rows of the plan were left out by conversation or by refinements. */
  readonly exactness: 'close' | 'here'
  readonly profile: string
  /** Ids, in order. */
  readonly columns: readonly string[]
  readonly timeZone: string
  readonly organizationId: string | null
  readonly toolVersion: string | null
}

/** "25,001 activities", with what is not in the file said as well. */
export function lastLine({ status, rows, why }: Receipt, locale: string): string {
  const count = `${new Intl.NumberFormat(locale).format(rows)} ${rows === 1 ? 'activity' : 'activities'}`
  return status === 'complete' ? count : `${count}, not all of them. ${why ?? ''}`.trim()
}
