/**
 * Wire types: what Close sends, read no further than this program relies on. Every other key is kept as it came.
 */
import * as z from 'zod/mini'

/** One activity as sent. Only its id and `_type` are relied upon, and even those may be missing on a bad day. */
export type WireActivity = Readonly<Record<string, unknown>>

/** One page of an activity list. `hasMore` alone decides where the list ends: short pages may have successors. */
export interface ActivityPage {
  readonly data: readonly WireActivity[]
  readonly hasMore: boolean
}

export const activitySchema = z.record(z.string(), z.unknown())

export const activityPageSchema = z.object({
  data: z.array(activitySchema),
  has_more: z.boolean(),
})
