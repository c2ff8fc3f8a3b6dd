/** What the loaded rows offer to be refined by. */
import { directionOf, statusOf } from '#core/activity/refinements.ts'
import { activityTypes } from '#core/close/activity-types.ts'
import type { Page } from './ledger.ts'

export interface RefineChoices {
  readonly directions: readonly string[]
  readonly statuses: readonly string[]
  /** Ids. */
  readonly outcomes: readonly string[]
  /** Words of `_type__in`. */
  readonly types: readonly string[]
}

/** More than these are no choice for a menu. */
const most = 30

export function choicesIn(pages: readonly Page[]): RefineChoices {
  const directions = new Set<string>()
  const statuses = new Set<string>()
  const outcomes = new Set<string>()
  const types = new Set<string>()
  for (const { rows } of pages) {
    for (const row of rows) {
      const direction = directionOf(row)
      const status = statusOf(row)
      if (direction === 'incoming' || direction === 'outgoing') directions.add(direction)
      if (status !== null) statuses.add(status)
      if (row.outcomeId !== null) outcomes.add(row.outcomeId)
      types.add(row.type)
    }
  }
  return {
    directions: sorted(directions),
    statuses: sorted(statuses),
    outcomes: sorted(outcomes),
    types: activityTypes.filter(({ type }) => types.has(type)).map(({ word }) => word),
  }
}

function sorted(words: ReadonlySet<string>): readonly string[] {
  return [...words].sort().slice(0, most)
}
