/** Where an export can go on after a restart: plain JSON, without a credential. */
import type { Edge } from '#core/query/plan-types.ts'
import type { Anomaly, Cursor } from '#core/query/walk.ts'
import type { FileReceipt } from './receipt.ts'

/** Counts of an export that a resumed one goes on with. */
export interface SavedCounts {
  readonly rows: number
  readonly requests: number
  readonly retries: number
  readonly waits: number
  readonly duplicates: number
  readonly late: number
  /** Rows that refinements left out, and rows that are no lines of their own. */
  readonly refined: number
  readonly apart: number
  readonly replaced: number
  readonly cut: number
  readonly first: string | null
  readonly last: string | null
  readonly anomalies: readonly Anomaly[]
}

export interface Checkpoint {
  readonly version: 1
  /** Tells one question and its columns from another: an export goes on only with the same. */
  readonly question: string
  readonly organizationId: string | null
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** Whole seconds since 1970: rows created later are left out. */
  readonly asOf: number
  /** Of the present file: its owner cuts it to this length before the export goes on. */
  readonly bytes: number
  /** Rows of the present file. */
  readonly fileRows: number
  /** Files that are whole, of an export in several. */
  readonly files: readonly FileReceipt[]
  /** What is left: rows of the plan between these edges, and after this place of the walk where it is within a window. */
  readonly rest: Rest
  /** Windows that are whole. */
  readonly windows: readonly SavedWindow[]
  readonly counts: SavedCounts
}

export interface Rest {
  readonly from: Edge | null
  readonly until: Edge | null
  readonly cursor: Cursor | null
  /** Rows found before that place since `until`. */
  readonly found: number
}

export interface SavedWindow {
  readonly from: Edge | null
  readonly until: Edge | null
  readonly rows: number
}

/** Reads a checkpoint that was kept as JSON; null when it is none. */
export function parseCheckpoint(text: string): Checkpoint | null {
  try {
    const value: unknown = JSON.parse(text)
    return isCheckpoint(value) ? value : null
  } catch {
    return null
  }
}

/** Only this program writes them, so their shape is not doubted further than a truncated or foreign file needs. */
function isCheckpoint(value: unknown): value is Checkpoint {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === 1 &&
    'bytes' in value &&
    typeof value.bytes === 'number' &&
    'question' in value &&
    typeof value.question === 'string' &&
    'rest' in value &&
    'counts' in value
  )
}
