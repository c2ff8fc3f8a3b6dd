/** What an export needs. */
import type { CloseClient } from '#client/close-client.ts'
import type { Column, ColumnContext } from '#core/activity/columns.ts'
import type { CsvProfile } from '#core/csv/encode.ts'
import type { ActivityQuery } from '#core/query/activity-query.ts'
import type { ConversationLines } from '#core/query/conversation-lines.ts'
import type { ReadyPlan } from '#core/query/plan.ts'
import type { Clock } from '#lib/clock.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { PauseGate } from './pause-gate.ts'
import type { Progress } from './receipt.ts'
import type { Sink } from './sink.ts'
import type { Tuning } from './windows.ts'

/** `jsonl`: one JSON object a line, with the values of `exact`. */
export type ExportProfile = CsvProfile | 'jsonl'

export interface ExportNeeds {
  readonly client: CloseClient
  readonly plan: ReadyPlan
  readonly query: ActivityQuery
  readonly columns: readonly Column[]
  readonly profile: ExportProfile
  /** For a list with email threads: what is a line. Absent: every row is. */
  readonly lines?: ConversationLines
  /** Its names are asked first; leads and contacts they do not know are looked up. */
  readonly context: ColumnContext
  readonly sink: Sink
  readonly signal: AbortSignal
  readonly onProgress: (progress: Progress) => void
  readonly clock: Clock
  /** Whether custom fields that are not among the columns go into one more column as JSON: for exports of all columns. */
  readonly others?: boolean
  /** Requests at a time; 6 when absent. Lists that cannot be split are read by one. */
  readonly workers?: number
  /** With it, a credential that is refused pauses the export instead of ending it. */
  readonly gate?: PauseGate
  /** Called with each checkpoint, after the sink's `commit`. */
  readonly onCheckpoint?: (checkpoint: Checkpoint) => Promise<void>
  /** Goes on from here; the sink stands at its `bytes`. */
  readonly saved?: Checkpoint
  /** Reads the ids a second time and reconciles. */
  readonly verify?: boolean
  /** Begins another file after so many rows; the sink must know `next`. */
  readonly rowsPerFile?: number
  /** Of the credential. An export does not go on with another one. */
  readonly organizationId?: string | null
  /** The canonical link's query string, for the receipt; the query's own when absent. */
  readonly search?: string
  readonly toolVersion?: string
  /** Sizes that tests make small. */
  readonly tuning?: Partial<Tuning>
}
