/** The signs of a complete export. Where one fails, rows may be missing that nothing else shows. */
import type { AnomalyKind } from '#core/query/walk.ts'
import type { SavedWindow } from './checkpoint.ts'
import type { Tally } from './tally.ts'

const doubts: { readonly [K in AnomalyKind]?: string } = {
  stalled: 'Close kept promising more activities and sent none.',
  'outside-bounds': 'Close sent activities outside the period asked for, so the rest could not be asked for safely.',
  'out-of-order': 'Close sent activities out of order, so it cannot be shown that none is missing.',
}

/** Why the pages that came cannot be called all there are; null when nothing speaks against it. */
export function doubtOf({ anomalies }: Pick<Tally, 'anomalies'>): string | null {
  for (const kind of anomalies.keys()) {
    const doubt = doubts[kind]
    if (doubt !== undefined) return doubt
  }
  return null
}

/** Windows that do not follow on each other, or whose rows are not those that were written. Newest first. */
export function windowsDoubt(
  windows: readonly SavedWindow[],
  { found, rows, late, refined, apart }: Tally,
): string | null {
  const sum = windows.reduce((total, window) => total + window.rows, 0)
  if (sum !== found || found !== rows + late + refined + apart)
    return 'The windows hold another number of activities than was written.'
  const isBroken = windows.some(({ until }, index) => index > 0 && until?.at !== windows[index - 1]?.from?.at)
  return isBroken ? 'The windows do not cover the whole period.' : null
}
