/** What the page and the export's worker tell each other. */
import type { Credential } from '#client/credential.ts'
import type { Exchange } from '#client/request-log.ts'
import type { Checkpoint } from '#export/checkpoint.ts'
import type { ExportJob, NamesData } from '#export/job.ts'
import type { Progress, Receipt } from '#export/receipt.ts'
import type { StagedFile } from '#export/staging/stage.ts'

export interface Start {
  readonly kind: 'start'
  readonly job: ExportJob
  /** Goes on from here. */
  readonly saved: Checkpoint | null
  readonly names: NamesData
  /** The API's path on this origin. */
  readonly baseUrl: string
  /** Null only where nothing is asked. */
  readonly credential: Credential | null
  /** Ends what was saved where it stands, without asking anything. */
  readonly onlyEnd: boolean
}

export type ToWorker =
  | Start
  | { readonly kind: 'pause' | 'resume' | 'cancel' }
  /** In place of the one it had; null takes it away, with the requests under way. */
  | { readonly kind: 'credential'; readonly credential: Credential | null }

/** A request of the export's, without what a log counts by itself. */
export type Heard = Omit<Exchange, 'number'>

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'asked'; readonly exchange: Heard }
  | {
      readonly kind: 'ended'
      /** Its error is left out: it cannot be sent, and `why` says it. */
      readonly receipt: Receipt
      readonly files: readonly StagedFile[]
      /** Whether it can go on later, from what is in this browser. */
      readonly lasts: boolean
    }
  | { readonly kind: 'failed'; readonly reason: string }
