/** An activity in one line, as a salesperson would say it. */
import type { ActivityTypeName } from '#core/close/activity-types.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { line, plainText } from './plain-text.ts'
import { firstLineOf, idOf, isRecord, lineOf, numberOf } from './read.ts'
import { dispositionText, durationText, sentenceCase } from './wording.ts'

interface Summary {
  /** What the line is made from. */
  readonly fields: readonly string[]
  readonly of: (wire: WireActivity) => string | null
}

const callNotes = ['note', 'note_html']
const statusFields = ['old_status_label', 'new_status_label']

const summaries: { readonly [T in ActivityTypeName]: Summary } = {
  Call: {
    fields: ['disposition', 'status', 'duration', ...callNotes],
    of: (wire) => line([callEnd(wire), talkTime(wire), firstLineOf(wire, callNotes)]),
  },
  Email: {
    fields: ['subject', 'status', 'body_preview', 'thread_id'],
    of: (wire) => line([unsent(wire), subjectAndPreview(wire)]),
  },
  EmailThread: { fields: ['latest_normalized_subject', 'n_emails'], of: threadSummary },
  Note: {
    fields: ['title', 'note', 'note_html'],
    of: (wire) => line([lineOf(wire, 'title'), firstLineOf(wire, ['note', 'note_html'])]),
  },
  SMS: { fields: ['text', 'status'], of: (wire) => line([unsent(wire), lineOf(wire, 'text')]) },
  WhatsAppMessage: {
    fields: ['text', 'message_markdown', 'message_html'],
    of: (wire) => firstLineOf(wire, ['text', 'message_markdown', 'message_html']),
  },
  Meeting: {
    fields: ['title', 'status'],
    of: (wire) => line([lineOf(wire, 'title') ?? 'Meeting', inWords(wire, 'status')]),
  },
  CustomActivity: { fields: ['status'], of: (wire) => line([draft(wire), customValues(wire)]) },
  Created: { fields: ['source'], of: (wire) => prefixed('Lead created', inWords(wire, 'source')) },
  FormSubmission: {
    fields: ['form_name', 'values_by_name'],
    of: (wire) => line([lineOf(wire, 'form_name') ?? 'Form', pairs(wire['values_by_name'])]),
  },
  LeadStatusChange: { fields: statusFields, of: change },
  OpportunityStatusChange: {
    fields: ['opportunity_value_formatted', 'opportunity_value', 'opportunity_value_currency', ...statusFields],
    of: (wire) => line([amount(wire), change(wire)]),
  },
  LeadMerge: {
    fields: [
      'source_display_name',
      'destination_display_name',
      'source_lead_id',
      'destination_lead_id',
      'merge_status',
    ],
    of: mergeSummary,
  },
  TaskCompleted: { fields: ['task_text'], of: (wire) => lineOf(wire, 'task_text') },
  ImportUpdate: { fields: ['import_id', 'reverted'], of: importSummary },
}

/** The fields a type's summary line is made from; all types' together for the mixed list. */
export function summaryFields(type: ActivityTypeName | null): readonly string[] {
  if (type !== null) return summaries[type].fields
  return [...new Set(Object.values(summaries).flatMap((summary) => summary.fields))]
}

function isKnown(type: string): type is ActivityTypeName {
  return Object.hasOwn(summaries, type)
}

/** The summary line, at most 300 characters of plain text; empty when the activity says nothing. */
export function summaryOf(wire: WireActivity): string {
  const type = wire['_type']
  const known = typeof type === 'string' && isKnown(type)
  return (known ? summaries[type].of(wire) : ownFields(wire)) ?? ''
}

function inWords(wire: WireActivity, field: string): string | null {
  const word = lineOf(wire, field)
  return word === null ? null : sentenceCase(word)
}

function callEnd(wire: WireActivity): string | null {
  const disposition = lineOf(wire, 'disposition')
  return disposition === null ? inWords(wire, 'status') : dispositionText(disposition)
}

function talkTime(wire: WireActivity): string | null {
  const seconds = numberOf(wire, 'duration')
  return seconds !== null && seconds > 0 ? durationText(seconds) : null
}

const notSent = new Set(['draft', 'scheduled', 'outbox', 'error'])

/** A draft reads like a sent message; its state says that it is none. */
function unsent(wire: WireActivity): string | null {
  const status = wire['status']
  return typeof status === 'string' && notSent.has(status) ? sentenceCase(status) : null
}

function draft(wire: WireActivity): string | null {
  return wire['status'] === 'draft' ? 'Draft' : null
}

function subjectAndPreview(wire: WireActivity): string | null {
  return line([lineOf(wire, 'subject'), lineOf(wire, 'body_preview')], ' — ')
}

function threadSummary(wire: WireActivity): string {
  const subject = lineOf(wire, 'latest_normalized_subject') ?? '(no subject)'
  const count = numberOf(wire, 'n_emails')
  return count === null ? subject : `${subject} (${count})`
}

function change(wire: WireActivity): string | null {
  const before = lineOf(wire, 'old_status_label')
  const after = lineOf(wire, 'new_status_label')
  return before === null && after === null ? null : `${before ?? '?'} → ${after ?? '?'}`
}

function amount(wire: WireActivity): string | null {
  const formatted = lineOf(wire, 'opportunity_value_formatted')
  if (formatted !== null) return formatted
  const cents = numberOf(wire, 'opportunity_value')
  return cents === null ? null : line([(cents / 100).toFixed(2), lineOf(wire, 'opportunity_value_currency')], ' ')
}

function mergeSummary(wire: WireActivity): string | null {
  const from = lineOf(wire, 'source_display_name') ?? idOf(wire, 'source_lead_id')
  const into = lineOf(wire, 'destination_display_name') ?? idOf(wire, 'destination_lead_id')
  if (from === null && into === null) return null
  const status = wire['merge_status']
  const unfinished = typeof status === 'string' && status !== 'completed' ? sentenceCase(plainText(status)) : null
  return line([`${from ?? '?'} into ${into ?? '?'}`, unfinished])
}

function importSummary(wire: WireActivity): string | null {
  return prefixed(wire['reverted'] === true ? 'Import reverted' : 'Imported', lineOf(wire, 'import_id'))
}

function prefixed(what: string, detail: string | null): string {
  return detail === null ? what : `${what} · ${detail}`
}

/** Enough for one line, whatever the number of keys. */
const few = 12

function customValues(wire: WireActivity): string | null {
  const values = Object.keys(wire)
    .filter((field) => field.startsWith('custom.'))
    .slice(0, few)
    .map((field) => simpleText(wire[field]))
  return line(values)
}

function pairs(value: unknown): string | null {
  if (!isRecord(value)) return null
  const texts = Object.entries(value)
    .slice(0, few)
    .map(([name, answer]) => pair(name, answer))
  return line(texts)
}

function pair(name: string, value: unknown): string | null {
  const text = simpleText(value)
  return text === null || text === '' ? null : `${plainText(name)}: ${text}`
}

function simpleText(value: unknown): string | null {
  if (typeof value === 'string') return plainText(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value)) return null
  return line(value.slice(0, few).map(simpleItem), ', ')
}

function simpleItem(value: unknown): string | null {
  return typeof value === 'string' ? plainText(value) : typeof value === 'number' ? String(value) : null
}

/** What every activity has, which tells nothing about this one. */
const common = /^(_type|id|users|user_name|source|activity_at)$|_id$|_by$|_by_name$|^date_/

function ownFields(wire: WireActivity): string | null {
  const texts = Object.keys(wire)
    .filter((field) => !common.test(field))
    .slice(0, few)
    .map((field) => pair(field, wire[field]))
  return line(texts)
}
