/** Why there is no page after this one, or none yet. */
import type { Activities } from '#explorer/results/use-activities.ts'

type Known = Pick<Activities, 'end' | 'isFetching' | 'problem'> & {
  /** Rows are left out by a refinement, and the list does not go on by itself. */
  readonly isRefined: boolean
}

export function whyNoNextPage({ end, isFetching, problem, isRefined }: Known): string {
  if (isFetching) return 'More rows are being loaded.'
  if (problem) return 'The rows that follow could not be loaded.'
  if (end === 'halted') return 'The list stopped making sense here, so it may not be complete.'
  if (end === 'ended') return 'This is the last page.'
  return isRefined
    ? 'No more rows match so far. Look further back, below the list.'
    : 'This page is not loaded to its end.'
}
