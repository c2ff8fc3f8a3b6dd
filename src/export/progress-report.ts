/** Tells how far an export has come. */
import type { Pacer } from '#client/pacer.ts'
import type { Clock } from '#lib/clock.ts'
import type { Asking } from './asking.ts'
import type { Progress, WindowProgress } from './receipt.ts'
import type { Tally } from './tally.ts'

interface Needs {
  readonly clock: Clock
  readonly pacer: Pacer
  readonly asking: Asking
  readonly tally: Tally
  readonly onProgress: (progress: Progress) => void
}

/** What only who walks the windows knows. */
export interface Walked {
  readonly windows: readonly WindowProgress[]
  readonly covered: { readonly seconds: number; readonly of: number } | null
}

export interface ProgressReport {
  /** Where the windows are told from, once there are any. */
  readonly follow: (walked: () => Walked) => void
  readonly verifying: () => void
  readonly tell: () => void
  readonly windows: () => readonly WindowProgress[]
}

export function createProgressReport({ clock, pacer, asking, tally, onProgress }: Needs): ProgressReport {
  const startedAt = clock.now()
  const rowsBefore = tally.rows
  let isVerifying = false
  let coveredBefore: number | null = null
  let walked: () => Walked = () => ({ windows: [], covered: null })

  function secondsLeft({ covered }: Walked, elapsed: number): number | null {
    if (!covered) return null
    coveredBefore ??= covered.seconds
    const gained = covered.seconds - coveredBefore
    return gained > 0 && elapsed > 0 ? ((covered.of - covered.seconds) / gained) * elapsed : null
  }

  function stateOf(waitingUntil: number | null): Progress['state'] {
    if (asking.isPaused()) return 'paused'
    if (isVerifying) return 'verifying'
    return waitingUntil === null ? 'running' : 'waiting'
  }

  return {
    follow: (source) => void (walked = source),
    verifying: () => void (isVerifying = true),
    windows: () => walked().windows,
    tell() {
      const elapsed = (clock.now() - startedAt) / 1000
      const { waitingUntil, reason } = pacer.getSnapshot()
      const until = reason === 'rate-limit' ? waitingUntil : null
      const now = walked()
      onProgress({
        state: stateOf(until),
        reason: asking.reason(),
        rows: tally.rows,
        requests: asking.counts.requests,
        reached: tally.last,
        rowsPerSecond: elapsed > 0 ? (tally.rows - rowsBefore) / elapsed : 0,
        windows: now.windows,
        waitingUntil: until,
        secondsLeft: isVerifying ? null : secondsLeft(now, elapsed),
      })
    },
  }
}
