/** Refinements applied to what an export pulls: exactly the rows that the table would keep. */
import { keepsOf } from '#core/activity/refinements.ts'
import { toRow } from '#core/activity/row.ts'
import type { WireActivity } from '#core/close/wire.ts'
import type { ActivityQuery } from '#core/query/activity-query.ts'
import type { Stream } from '#core/query/plan-types.ts'

export interface Refined {
  readonly keeps: (activity: WireActivity) => boolean
  /** Names for `_fields` without which it cannot judge; null when every field is there anyway. */
  readonly fields: readonly string[] | null
}

/**
 * Null when nothing is refined. An export may ask for other fields than the table does: an activity is judged by those
 * that the table's request asks for, so that the same rows are kept.
 */
export function refinedBy(query: ActivityQuery, { parameters }: Stream): Refined | null {
  const keeps = keepsOf(query)
  if (!keeps) return null
  const fields = parameters.find(([name]) => name === '_fields')?.[1].split(',') ?? null
  return { fields, keeps: (activity) => keeps(toRow(fields ? only(activity, fields) : activity)) }
}

function only(activity: WireActivity, fields: readonly string[]): WireActivity {
  const picked: Record<string, unknown> = {}
  for (const field of fields) if (Object.hasOwn(activity, field)) picked[field] = activity[field]
  return picked
}
