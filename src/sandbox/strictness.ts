/**
 * Every point where Close's behaviour is not documented, as one named switch. Where the facts end the defaults are strict:
 * a client that satisfies a strict server also works against a lenient one.
 *
 * Grades of the chosen behaviour: D documented by Close · C seen in public code or recordings · I inferred.
 */
export interface Strictness {
  /** `contact_id` on a type's own list without exactly one lead. Listed (D); whether it works alone is unknown. */
  readonly typedContactWithoutLead: 'accept' | 'refuse'
  /** `activity_at__*` on a type's own list, which cannot be sorted by it. Listed (D); whether it works alone is unknown. */
  readonly typedActivityAtFilter: 'accept' | 'refuse'
  /** Parameters that the list does not document. Ignored (C: connectors send such, the framework ignores them). */
  readonly unknownParameters: 'ignore' | 'refuse'
  /** `_order_by=-date_created`, the default spelled out. Accepted (C: appears in clients). */
  readonly explicitDefaultOrder: 'accept' | 'refuse'
  /** An `_order_by` that is not documented. Refused (I). */
  readonly unknownOrder: 'ignore' | 'refuse'
  /** `lead_id__in` with one id in place of `lead_id` for what needs a single lead. Does not count (I). */
  readonly leadIdInCountsAsLead: boolean
  /** `lead_id=a,b`. A legal list (D), but not a single lead (I). */
  readonly severalLeads: 'accept' | 'refuse'
  /** A word in `_type` that is no activity type. Refused (I). */
  readonly unknownTypeWord: 'no-rows' | 'refuse'
  /** A date that is no date. Refused (I); ignoring it would silently widen an answer. */
  readonly malformedDate: 'ignore' | 'refuse'
  /** A `thread_emails` that is neither `true` nor `only`. Refused (I). */
  readonly unknownThreadEmails: 'ignore' | 'refuse'
  /** A parameter written twice; lists are one comma-separated text (D). Refused (I). */
  readonly repeatedParameters: 'last-wins' | 'refuse'
  /** `lead_id=` and the like. Refused (I): no filter or no rows would both be guesses. */
  readonly emptyLists: 'ignore' | 'refuse'
  /** An `x-tz-offset` that is no number of hours. Refused (I). */
  readonly malformedTzOffset: 'ignore' | 'refuse'
  /** What an EmailThread carries in lists: `latest_emails` (C), or `emails` as in documented examples (D). */
  readonly threadsInLists: 'latest_emails' | 'emails'
  /** Whether a selection by `_fields` gets `id` without naming it. It does not (C: the framework). */
  readonly fieldsAddId: boolean
}

/** As suggested where the facts end. */
export const defaultStrictness: Strictness = {
  typedContactWithoutLead: 'accept',
  typedActivityAtFilter: 'refuse',
  unknownParameters: 'ignore',
  explicitDefaultOrder: 'accept',
  unknownOrder: 'refuse',
  leadIdInCountsAsLead: false,
  severalLeads: 'accept',
  unknownTypeWord: 'refuse',
  malformedDate: 'refuse',
  unknownThreadEmails: 'refuse',
  repeatedParameters: 'refuse',
  emptyLists: 'refuse',
  malformedTzOffset: 'refuse',
  threadsInLists: 'latest_emails',
  fieldsAddId: false,
}

/** Refuses whatever Close might refuse. */
export const strictest: Strictness = {
  ...defaultStrictness,
  typedContactWithoutLead: 'refuse',
  unknownParameters: 'refuse',
  explicitDefaultOrder: 'refuse',
}

/** Refuses only what Close is known to refuse. */
export const lenient: Strictness = {
  ...defaultStrictness,
  typedActivityAtFilter: 'accept',
  unknownOrder: 'ignore',
  leadIdInCountsAsLead: true,
  unknownTypeWord: 'no-rows',
  malformedDate: 'ignore',
  unknownThreadEmails: 'ignore',
  repeatedParameters: 'last-wins',
  emptyLists: 'ignore',
  malformedTzOffset: 'ignore',
  fieldsAddId: true,
}
