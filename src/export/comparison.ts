/** The second reading: ids and dates alone, compared with what was written. */
import { parseTimestamp } from '#core/query/timestamp.ts'
import type { VerifyReceipt } from './receipt.ts'

/** Ids that the receipt names of each kind. */
const named = 20

/** Microseconds since 1970: a number takes less room than a text. NaN where there is no date. */
function momentOf(date: unknown): number {
  const read = typeof date === 'string' ? parseTimestamp(date) : null
  return read ? read.seconds * 1e6 + read.micros : NaN
}

export interface Comparison {
  readonly wrote: (id: string, date: string) => void
  readonly readAgain: (id: string, date: unknown) => void
  readonly receipt: (requests: number, why: string | null) => VerifyReceipt
}

/** In place of the moment of a row that was found again. */
const found = Infinity

export function createComparison(): Comparison {
  const written = new Map<string, number>()
  const changed: string[] = []
  const added = new Set<string>()
  return {
    wrote: (id, date) => void written.set(id, momentOf(date)),
    readAgain(id, date) {
      const before = written.get(id)
      if (before === undefined) added.add(id)
      else if (before !== found && !Object.is(before, momentOf(date))) changed.push(id)
      if (before !== undefined) written.set(id, found)
    },
    receipt(requests, why) {
      // What was not reached is not deleted.
      const missing = why === null ? [...written].filter(([, moment]) => moment !== found).map(([id]) => id) : []
      return {
        status: why === null ? 'agrees' : 'unfinished',
        why,
        requests,
        deleted: missing.length,
        deletedIds: missing.slice(0, named),
        changed: changed.length,
        changedIds: changed.slice(0, named),
        added: added.size,
        addedIds: [...added].slice(0, named),
      }
    },
  }
}
