/** The messages of an email thread, read from the thread as sent: `emails`, or the previews in `latest_emails`. */
import type { SortField } from '#core/query/activity-query.ts'
import type { Edge } from '#core/query/plan-types.ts'
import { compareTimestamps, parseTimestamp } from '#core/query/timestamp.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { nameIn } from './people.ts'
import { line } from './plain-text.ts'
import { idOf, isRecord, itemsOf, lineOf } from './read.ts'
import { type ActivityRow, toRow } from './row.ts'

export interface Message {
  /** Its summary names the sender, not the subject that the whole conversation has. */
  readonly row: ActivityRow
  /** What Close left out cannot be compared with a filter: previews lack the contact. */
  readonly lacksUser: boolean
  readonly lacksContact: boolean
  readonly lacksActivityAt: boolean
}

/** How many of a conversation's messages meet the filters. */
export interface Matching {
  readonly count: number
  readonly of: number
}

/** Wherever both are there, `emails` is the whole and `latest_emails` a part of it. */
export function messageWiresOf(thread: WireActivity): readonly WireActivity[] {
  const emails = itemsOf(thread, 'emails').filter(isRecord)
  return emails.length > 0 ? emails : itemsOf(thread, 'latest_emails').filter(isRecord)
}

/** Newest first. What a message does not say of itself (lead, type, thread) its thread says. */
export function messagesOf(thread: WireActivity, sort: SortField): readonly Message[] {
  return messageWiresOf(thread)
    .map((wire, index) => toMessage(wire, thread, index))
    .toSorted((a, b) => newestFirst(a.row, b.row, sort))
}

function toMessage(wire: WireActivity, thread: WireActivity, index: number): Message {
  const whole: WireActivity = {
    ...wire,
    _type: idOf(wire, '_type') ?? 'Email',
    lead_id: idOf(wire, 'lead_id') ?? thread['lead_id'],
    thread_id: idOf(wire, 'thread_id') ?? thread['id'],
    activity_at: wire['activity_at'] ?? wire['date_sent'] ?? null,
  }
  return {
    row: toMessageRow(toRow(whole, index), whole),
    lacksUser: !('user_id' in wire),
    lacksContact: !('contact_id' in wire),
    lacksActivityAt: !('activity_at' in wire),
  }
}

/** An email of the list as it reads under its thread. */
export function asMessage(row: ActivityRow): Message {
  const [sender = null] = row.participants ?? []
  const summary = line([sender === null ? null : nameIn(sender), row.summary], ': ') ?? ''
  return { row: { ...row, summary }, lacksUser: false, lacksContact: false, lacksActivityAt: false }
}

const notSent = new Set(['draft', 'scheduled', 'outbox', 'error'])

function toMessageRow(row: ActivityRow, wire: WireActivity): ActivityRow {
  const sender = lineOf(wire, 'sender')
  const said = line([sender === null ? null : nameIn(sender), lineOf(wire, 'body_preview') ?? row.subject], ': ')
  const state = row.status !== null && notSent.has(row.status) ? `[${row.status}]` : null
  return { ...row, summary: line([state, said], ' ') ?? '' }
}

function newestFirst(a: ActivityRow, b: ActivityRow, sort: SortField): number {
  const [one, other] = [momentOf(a, sort), momentOf(b, sort)]
  if (one && other) return compareTimestamps(other, one)
  return Number(other !== null) - Number(one !== null)
}

function momentOf(row: ActivityRow, sort: SortField) {
  const text = dateIn(row, sort)
  return text === null ? null : parseTimestamp(text)
}

function dateIn(row: ActivityRow, sort: SortField): string | null {
  return sort === 'activity_at' ? row.activityAt : row.dateCreated
}

/** The held messages together with those that the thread's own answer did not have. */
export function withOthers(
  messages: readonly Message[],
  others: readonly Message[],
  sort: SortField,
): readonly Message[] {
  const known = new Set(messages.map(({ row }) => row.key))
  const more = others.filter(({ row }) => !known.has(row.key))
  return more.length === 0 ? messages : [...messages, ...more].toSorted((a, b) => newestFirst(a.row, b.row, sort))
}

/** The filters of a query that a single message can meet or miss. Types are left out: every message is an email. */
export interface MessageFilter {
  readonly userIds: readonly string[]
  readonly contactIds: readonly string[]
  readonly ids: readonly string[]
  readonly from: Edge | null
  readonly until: Edge | null
  readonly sort: SortField
}

export function hasFilter({ userIds, contactIds, ids, from, until }: MessageFilter): boolean {
  return [userIds, contactIds, ids].some(({ length }) => length > 0) || from !== null || until !== null
}

/** Null without filters, and as long as one message does not tell. */
export function matchingOf(messages: readonly Message[], filter: MessageFilter): Matching | null {
  if (!hasFilter(filter)) return null
  const answers = messages.map((message) => matches(message, filter))
  return answers.includes(null) ? null : { count: answers.filter(Boolean).length, of: messages.length }
}

/** The same from what a thread of a list carries; null unless that is all its messages. */
export function carriedMatching(thread: WireActivity, filter: MessageFilter): Matching | null {
  if (thread['_type'] !== 'EmailThread' || !hasFilter(filter)) return null
  const messages = messagesOf(thread, filter.sort)
  return messages.length > 0 && messages.length === thread['n_emails'] ? matchingOf(messages, filter) : null
}

/** Whether a message meets every filter; null when what Close sent of it does not tell. */
export function matches(message: Message, filter: MessageFilter): boolean | null {
  const { row, lacksUser, lacksContact, lacksActivityAt } = message
  const answers = new Set([
    isAmong(row.userId, filter.userIds, lacksUser),
    isAmong(row.contactId, filter.contactIds, lacksContact),
    isAmong(row.id, filter.ids, false),
    filter.sort === 'activity_at' && lacksActivityAt && hasWindow(filter) ? null : isInWindow(row, filter),
  ])
  return answers.has(false) ? false : answers.has(null) ? null : true
}

function isAmong(id: string | null, wanted: readonly string[], isUnknown: boolean): boolean | null {
  if (wanted.length === 0) return true
  if (isUnknown) return null
  return id !== null && wanted.includes(id)
}

function hasWindow({ from, until }: MessageFilter): boolean {
  return from !== null || until !== null
}

/** A message without the date lies in no period; Close leaves such rows out as well. */
function isInWindow(row: ActivityRow, filter: MessageFilter): boolean {
  const { from, until, sort } = filter
  if (!hasWindow(filter)) return true
  const moment = momentOf(row, sort)
  if (moment === null) return false
  const isBeyond = (edge: Edge | null, direction: 1 | -1) => {
    if (edge === null) return true
    const distance = compareTimestamps(moment, { seconds: edge.at, micros: 0 }) * direction
    return edge.inclusive ? distance >= 0 : distance > 0
  }
  return isBeyond(from, 1) && isBeyond(until, -1)
}
