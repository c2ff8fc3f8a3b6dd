/** "Show around this": a lead's timeline from a little above one activity downwards. */
import type { WireActivity } from '#core/close/wire.ts'
import { type ActivityQuery, emptyQuery, type SortField } from './activity-query.ts'
import type { Parameters } from './plan-types.ts'
import { formatInstant, parseTimestamp, roundUpToSecond } from './timestamp.ts'

/** Rows wanted above the activity. */
export const rowsAbove = 10

/** Where an activity stands on its lead's timeline. */
export interface Spot {
  readonly leadId: string
  readonly sort: SortField
  /** The first whole second at or after it. */
  readonly second: number
}

/** By activity time, or by date created for what has not happened yet; null without a lead or a date. */
export function spotOf(wire: WireActivity): Spot | null {
  const leadId = wire['lead_id']
  if (typeof leadId !== 'string' || leadId === '') return null
  for (const sort of ['activity_at', 'date_created'] as const) {
    const sent = wire[sort]
    const timestamp = typeof sent === 'string' ? parseTimestamp(sent) : null
    if (timestamp) return { leadId, sort, second: roundUpToSecond(timestamp) }
  }
  return null
}

const hour = 3600

/** Windows above the activity, in seconds, each four times as long as the one before. */
const windows: readonly number[] = [6, 24, 96, 384, 1536, 6144, 24_576].map((hours) => hours * hour)

/**
 * Finds how far above the activity its timeline has to begin for at least ten rows to stand there: null when it has to
 * begin with the newest. Close sorts newest first only, so the rows above are counted in longer and longer windows.
 * `count` answers with the number of rows of one request, at most ten.
 */
export async function reachAbove(
  { leadId, sort, second }: Spot,
  count: (parameters: Parameters) => Promise<number>,
): Promise<number | null> {
  for (const window of windows) {
    const parameters: Parameters = [
      ['lead_id', leadId],
      ...(sort === 'activity_at' ? [['_order_by', '-activity_at'] as const] : []),
      [`${sort}__gt`, formatInstant(second)],
      [`${sort}__lte`, formatInstant(second + window)],
      ['_fields', 'id'],
      ['_limit', String(rowsAbove)],
    ]
    if ((await count(parameters)) >= rowsAbove) return second + window
  }
  return null
}

/** The lead's timeline from that moment downwards, with the activity open. The place in the list before is one step Back. */
export function aroundQuery(query: ActivityQuery, wire: WireActivity, spot: Spot, until: number | null): ActivityQuery {
  const { id, _type: type } = wire
  return {
    ...emptyQuery,
    source: query.source,
    timeZone: query.timeZone,
    columns: query.resource === '' ? query.columns : [],
    emailThreads: type === 'EmailThread' ? 'both' : 'messages',
    leadIds: [spot.leadId],
    sort: spot.sort,
    bounds: { ...emptyQuery.bounds, [spot.sort]: until === null ? {} : { lte: formatInstant(until) } },
    open: typeof id === 'string' ? id : null,
  }
}
