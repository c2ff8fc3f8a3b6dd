/** Filters from a value of an activity: only this lead, user, contact, type, custom type or day. Each is a query, or why there is none. */
import { activityTypes, listName } from '#core/close/activity-types.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { isRecord } from '#core/activity/read.ts'
import type { ActivityQuery } from './activity-query.ts'
import { changeLeads, changeResource, withBounds } from './changes.ts'
import { availability, type Control, violationsOf } from './rules.ts'
import { parseTimestamp } from './timestamp.ts'

export interface Only {
  readonly id: 'lead' | 'user' | 'contact' | 'type' | 'custom-type' | 'day'
  /** On the button. */
  readonly label: string
  readonly outcome:
    | { readonly possible: true; readonly query: ActivityQuery }
    | { readonly possible: false; readonly reason: string }
}

type Outcome = Only['outcome']

/** The filters that an activity's values offer. `timeZone` is the viewer's, used where the query names none. */
export function onlyFilters(query: ActivityQuery, wire: WireActivity, timeZone: string): readonly Only[] {
  const lead = idIn(wire, 'lead_id')
  const user = idIn(wire, 'user_id')
  const contact = idIn(wire, 'contact_id')
  return [
    ...(lead === null ? [] : [only('lead', 'Only this lead', onlyLead(query, lead))]),
    ...(contact === null
      ? []
      : [only('contact', 'Only this contact', filtered(query, 'contacts', { contactIds: [contact] }))]),
    ...(user === null ? [] : [only('user', 'Only this user', filtered(query, 'users', { userIds: [user] }))]),
    ...onlyType(query, wire),
    ...onlyCustomType(query, wire),
    ...onlyDay(query, wire, timeZone),
  ]
}

function only(id: Only['id'], label: string, outcome: Outcome): Only {
  return { id, label, outcome }
}

/** A lead can always be asked for; what is filtered for another lead's sake may stand in the way. */
function onlyLead(query: ActivityQuery, lead: string): Outcome {
  return changed(query, changeLeads(query, [lead]))
}

function filtered(query: ActivityQuery, control: Control, parts: Partial<ActivityQuery>): Outcome {
  const answer = availability(query, control)
  return answer.available ? changed(query, { ...query, ...parts }) : { possible: false, reason: answer.reason }
}

/** The name of a type within a sentence: "calls", "SMS", "WhatsApp messages". */
export function inSentence(many: string): string {
  return /^(?:SMS|WhatsApp)/.test(many) ? many : many.toLowerCase()
}

/** Within one lead a filter by type; elsewhere the type's own list, which Close always has. */
function onlyType(query: ActivityQuery, wire: WireActivity): Only[] {
  const type = activityTypes.find((each) => each.type === wire['_type'])
  if (type === undefined)
    return [only('type', 'Only this type', { possible: false, reason: 'Close has no list of this type.' })]
  const label = `Only ${inSentence(type.many)}`
  if (query.resource !== '') {
    const reason = `This list holds ${listName(query.resource)} only.`
    return [only('type', label, { possible: false, reason })]
  }
  const isThread = type.type === 'EmailThread'
  const within = filtered(query, 'types', { types: [type.word], ...(isThread && { emailThreads: 'only' }) })
  return [
    only(
      'type',
      label,
      within.possible || availability(query, 'types').available
        ? within
        : changed(query, changeResource(query, type.resource)),
    ),
  ]
}

/** A custom activity type is a type among others in all activities, and a filter of its own in the custom activities list. */
function onlyCustomType(query: ActivityQuery, wire: WireActivity): Only[] {
  const type = idIn(wire, 'custom_activity_type_id')
  if (type === null) return []
  const outcome =
    query.resource === 'custom'
      ? filtered(query, 'customActivityTypes', { customActivityTypeIds: [type] })
      : filtered(query, 'types', { types: [type] })
  return [only('custom-type', 'Only this custom type', outcome)]
}

/** The day of the sorted date, in the zone in which the reader sees it. */
function onlyDay(query: ActivityQuery, wire: WireActivity, timeZone: string): Only[] {
  const sent = idIn(wire, query.sort)
  const seconds = sent === null ? undefined : parseTimestamp(sent)?.seconds
  if (seconds === undefined) return []
  const zone = query.timeZone ?? timeZone
  const day = Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString()
  const next = withBounds({ ...query, range: null }, query.sort, { gte: day, lte: day })
  return [only('day', 'Only this day', changed(query, next))]
}

function changed(query: ActivityQuery, next: ActivityQuery): Outcome {
  const before = new Set(violationsOf(query).map(({ rule }) => rule))
  const broken = violationsOf(next).find(({ rule }) => !before.has(rule))
  if (broken) return { possible: false, reason: broken.reason }
  return isSame(query, next)
    ? { possible: false, reason: 'The list is filtered so already.' }
    : { possible: true, query: next }
}

function isSame(a: ActivityQuery, b: ActivityQuery): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function idIn(wire: unknown, field: string): string | null {
  const value = isRecord(wire) ? wire[field] : null
  return typeof value === 'string' && value !== '' ? value : null
}
