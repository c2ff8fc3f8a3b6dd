/** An activity flattened for reading: one shape for every type, small enough to hold a hundred thousand of them. */
import type { WireActivity } from '#core/close/wire.ts'
import { participantsOf } from './people.ts'
import { idOf, isRecord, itemsOf, lineOf, numberOf } from './read.ts'
import { summaryOf } from './summary.ts'

/**
 * Every row has every field, in this order; null is absent. Texts come from the API and are plain, on one line and
 * clipped, except ids, dates and custom values, which are as sent.
 */
export interface ActivityRow {
  /** The id, or a stand-in unique within its list when Close sent none. */
  readonly key: string
  readonly id: string | null
  /** `_type`; empty when Close sent none. */
  readonly type: string
  readonly activityAt: string | null
  readonly dateCreated: string | null
  readonly direction: string | null
  readonly leadId: string | null
  readonly contactId: string | null
  readonly userId: string | null
  readonly userName: string | null
  /** What it says, in a line of at most 300 characters; see `summaryOf`. */
  readonly summary: string
  readonly status: string | null
  readonly disposition: string | null
  /** Seconds. */
  readonly duration: number | null
  readonly outcomeId: string | null
  readonly subject: string | null
  readonly participants: readonly string[] | null
  /** Messages in an email thread. */
  readonly messageCount: number | null
  readonly threadId: string | null
  /** Of an email, or of any message of a thread that Close sent with it. */
  readonly hasAttachments: boolean
  /** Labels of a status change. */
  readonly oldValue: string | null
  readonly newValue: string | null
  readonly phone: string | null
  readonly customActivityTypeId: string | null
  /** Values by field name, `custom.cf_…`. */
  readonly custom: Readonly<Record<string, unknown>> | null
}

/** Flattens any activity; `index` tells rows without an id apart. Never throws, whatever was sent. */
export function toRow(wire: WireActivity, index = 0): ActivityRow {
  const id = idOf(wire, 'id')
  return {
    key: id ?? `no-id-${index}`,
    id,
    type: idOf(wire, '_type') ?? '',
    activityAt: dateOf(wire, 'activity_at'),
    dateCreated: dateOf(wire, 'date_created'),
    direction: lineOf(wire, 'direction') ?? latestDirection(wire),
    leadId: idOf(wire, 'lead_id'),
    contactId: idOf(wire, 'contact_id'),
    userId: idOf(wire, 'user_id'),
    userName: lineOf(wire, 'user_name'),
    summary: summaryOf(wire),
    status: lineOf(wire, 'status'),
    disposition: lineOf(wire, 'disposition'),
    duration: numberOf(wire, 'duration'),
    outcomeId: idOf(wire, 'outcome_id'),
    subject: lineOf(wire, 'subject') ?? lineOf(wire, 'latest_normalized_subject'),
    participants: participantsOf(wire),
    messageCount: numberOf(wire, 'n_emails'),
    threadId: idOf(wire, 'thread_id'),
    hasAttachments: hasAttachments(wire) || mailsOf(wire).some(hasAttachments),
    oldValue: lineOf(wire, 'old_status_label'),
    newValue: lineOf(wire, 'new_status_label'),
    phone: lineOf(wire, 'remote_phone') ?? lineOf(wire, 'phone'),
    customActivityTypeId: idOf(wire, 'custom_activity_type_id'),
    custom: customOf(wire),
  }
}

function dateOf(wire: WireActivity, field: string): string | null {
  const value = wire[field]
  return typeof value === 'string' && value !== '' ? value : null
}

function customOf(wire: WireActivity): ActivityRow['custom'] {
  let custom: Record<string, unknown> | null = null
  for (const field in wire) {
    if (field.startsWith('custom.')) (custom ??= {})[field] = wire[field]
  }
  return custom
}

const noMails: readonly WireActivity[] = []

/** The messages that a thread carries; most activities are none. */
function mailsOf(wire: WireActivity): readonly WireActivity[] {
  return wire['_type'] === 'EmailThread'
    ? ['emails', 'latest_emails'].flatMap((field) => itemsOf(wire, field)).filter(isRecord)
    : noMails
}

function hasAttachments(wire: WireActivity): boolean {
  return wire['has_attachments'] === true || itemsOf(wire, 'attachments').length > 0
}

/** A thread's direction is that of its latest message. */
function latestDirection(wire: WireActivity): string | null {
  let latest: WireActivity | null = null
  for (const mail of mailsOf(wire)) {
    if (latest === null || (dateOf(mail, 'date_created') ?? '') > (dateOf(latest, 'date_created') ?? '')) latest = mail
  }
  return latest && lineOf(latest, 'direction')
}
