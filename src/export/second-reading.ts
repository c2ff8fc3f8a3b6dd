/** Reads the ids and dates once more and compares them with what was written. */
import type { WireActivity } from '#core/close/wire.ts'
import type { SortField } from '#core/query/activity-query.ts'
import type { Asking } from './asking.ts'
import type { Page } from './lines.ts'
import type { Taken } from './live-window.ts'
import type { VerifyReceipt } from './receipt.ts'
import { doubtOf } from './signs.ts'
import { newTally } from './tally.ts'
import { createComparison } from './comparison.ts'

export type Hear = (page: Pick<Taken, 'activities' | 'anomalies'>) => void

interface Needs {
  readonly asking: Asking
  readonly sort: SortField
  /** Whether an activity belongs into the file. */
  readonly belongs: (activity: WireActivity) => boolean
  /** Whether an earlier run has written a part, of which the ids are not known. */
  readonly isResumed: boolean
  /** Reads what this run has written. */
  readonly read: (hear: Hear) => Promise<void>
}

export interface SecondReading {
  readonly wrote: (page: Page) => void
  /** Never rejects. */
  readonly verify: () => Promise<VerifyReceipt>
  /** In place of a reading that is not worth it. */
  readonly unverified: () => VerifyReceipt
}

export function createSecondReading({ asking, sort, belongs, isResumed, read }: Needs): SecondReading {
  const comparison = createComparison()
  const tally = newTally(null)

  const hear: Hear = ({ activities, anomalies }) => {
    for (const { kind, count } of anomalies) tally.anomalies.set(kind, count)
    for (const activity of activities.filter(belongs)) {
      const { id } = activity
      if (typeof id === 'string') comparison.readAgain(id, activity[sort])
    }
  }

  async function stoppedBy(): Promise<string | null> {
    try {
      await read(hear)
      return doubtOf(tally)
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  return {
    wrote({ ids }) {
      for (const [id, date] of ids) comparison.wrote(id, date)
    },
    async verify() {
      const before = asking.counts.requests
      const why =
        (await stoppedBy()) ?? (isResumed ? 'What was written before the interruption was not read again.' : null)
      const requests = asking.counts.requests - before
      // They are told apart from those of the export itself.
      asking.counts.requests = before
      return comparison.receipt(requests, why)
    },
    unverified: () => comparison.receipt(0, 'The export itself is not complete.'),
  }
}
