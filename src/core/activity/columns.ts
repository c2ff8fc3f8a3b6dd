/** The columns: one catalogue for the table, the inspector and the CSV. */
import { activityTypeOf, activityTypes, type Resource } from '#core/close/activity-types.ts'
import type { ActivityQuery, SortField } from '#core/query/activity-query.ts'
import { instantText, numberText } from './format.ts'
import type { Names } from './names.ts'
import { participantFields } from './people.ts'
import { line, plainText } from './plain-text.ts'
import type { ActivityRow } from './row.ts'
import { summaryFields } from './summary.ts'
import { clockText, directionText, dispositionText, sentenceCase } from './wording.ts'

/** What a cell's text depends on beside its row. */
export interface ColumnContext {
  readonly names: Names
  /** IANA name. */
  readonly timeZone: string
  readonly locale: string
  readonly sort: SortField
}

type Read<Value> = (row: ActivityRow, context: ColumnContext) => Value | null

/** What kind of thing a column holds, and how to get it: enough to draw it and to write it to a file. */
export type ColumnValue =
  /** The first of the column's fields that is there. */
  | { readonly kind: 'text'; readonly of: Read<string> }
  /** A word of Close's, as a person reads it. */
  | { readonly kind: 'word'; readonly of: Read<string> }
  /** A line made for reading, which Close does not have. */
  | { readonly kind: 'line'; readonly of: Read<string> }
  /** A timestamp as sent. */
  | { readonly kind: 'instant'; readonly at: Read<string> }
  | { readonly kind: 'reference'; readonly to: Read<string>; readonly name: Read<string> }
  | { readonly kind: 'number'; readonly of: Read<number> }
  | { readonly kind: 'seconds'; readonly of: Read<number> }
  | { readonly kind: 'list'; readonly items: Read<readonly string[]> }
  | { readonly kind: 'change'; readonly from: Read<string>; readonly to: Read<string> }
  /** A custom value: text, number, boolean, or a list of those. */
  | { readonly kind: 'custom'; readonly of: Read<unknown> }

export interface Column {
  readonly id: string
  readonly header: string
  /** Pixels at the start. */
  readonly width: number
  readonly align: 'start' | 'end'
  /** Names for `_fields`. */
  readonly fields: readonly string[]
  readonly value: ColumnValue
  /** The cell's text; empty when there is nothing to say. */
  readonly text: (row: ActivityRow, context: ColumnContext) => string
}

type Definition = Omit<Column, 'text' | 'align'> & { readonly align?: 'end' }

function toColumn(definition: Definition): Column {
  const { value, align = 'start' } = definition
  return { ...definition, align, text: (row, context) => textOf(value, row, context) }
}

function textOf(value: ColumnValue, row: ActivityRow, context: ColumnContext): string {
  switch (value.kind) {
    case 'text':
    case 'word':
    case 'line':
      return value.of(row, context) ?? ''
    case 'instant': {
      const at = value.at(row, context)
      return at === null ? '' : instantText(at, context.locale, context.timeZone)
    }
    case 'reference':
      return value.name(row, context) ?? value.to(row, context) ?? ''
    case 'number': {
      const number = value.of(row, context)
      return number === null ? '' : numberText(number, context.locale)
    }
    case 'seconds': {
      const seconds = value.of(row, context)
      return seconds === null ? '' : clockText(seconds, context.locale)
    }
    case 'list':
      return value.items(row, context)?.join('; ') ?? ''
    case 'change': {
      const from = value.from(row, context)
      const to = value.to(row, context)
      return from === null && to === null ? '' : `${from ?? '?'} → ${to ?? '?'}`
    }
    case 'custom':
      return customText(value.of(row, context))
  }
}

/** A custom value as one line of text. */
export function customText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return plainText(value)
  if (Array.isArray(value)) return plainText(value.slice(0, 50).map(customText).join('; '))
  return plainText(jsonText(value))
}

/** JSON, also of a value nested too deeply for it. */
function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return '[nested too deeply]'
  }
}

function typeName(row: ActivityRow): string {
  return activityTypes.find(({ type }) => type === row.type)?.one ?? row.type
}

function customTypeName(row: ActivityRow, context: ColumnContext): string | null {
  return nameOf('activityType', row.customActivityTypeId, context)
}

function nameOf(kind: keyof Names, id: string | null, { names }: ColumnContext): string | null {
  return id === null ? null : (names[kind](id) ?? null)
}

const definitions: readonly Definition[] = [
  {
    id: 'time',
    header: 'Time',
    // "Nov 28, 2026, 12:24 PM", in whole.
    width: 184,
    fields: [],
    value: { kind: 'instant', at: (row, { sort }) => (sort === 'activity_at' ? row.activityAt : row.dateCreated) },
  },
  {
    id: 'type',
    header: 'Type',
    width: 150,
    fields: ['_type'],
    value: { kind: 'word', of: typeName },
  },
  {
    id: 'direction',
    header: 'Direction',
    width: 100,
    fields: ['direction'],
    value: { kind: 'word', of: (row) => (row.direction === null ? null : directionText(row.direction)) },
  },
  {
    id: 'lead',
    header: 'Lead',
    width: 180,
    fields: ['lead_id'],
    value: {
      kind: 'reference',
      to: (row) => row.leadId,
      name: (row, context) => nameOf('lead', row.leadId, context),
    },
  },
  {
    id: 'contact',
    header: 'Contact',
    width: 160,
    fields: ['contact_id'],
    value: {
      kind: 'reference',
      to: (row) => row.contactId,
      name: (row, context) => nameOf('contact', row.contactId, context),
    },
  },
  {
    id: 'user',
    header: 'User',
    width: 140,
    fields: ['user_id', 'user_name'],
    value: {
      kind: 'reference',
      to: (row) => row.userId,
      name: (row, context) => nameOf('user', row.userId, context) ?? row.userName,
    },
  },
  {
    id: 'summary',
    header: 'Summary',
    width: 460,
    fields: [...summaryFields(null), 'custom_activity_type_id'],
    value: { kind: 'line', of: (row, context) => line([customTypeName(row, context), row.summary]) },
  },
  {
    id: 'activity_at',
    header: 'Activity time',
    width: 150,
    fields: ['activity_at'],
    value: { kind: 'instant', at: (row) => row.activityAt },
  },
  {
    id: 'date_created',
    header: 'Date created',
    width: 150,
    fields: ['date_created'],
    value: { kind: 'instant', at: (row) => row.dateCreated },
  },
  {
    id: 'status',
    header: 'Status',
    width: 110,
    fields: ['status', 'disposition'],
    value: {
      kind: 'word',
      of: ({ disposition, status }) =>
        disposition === null ? (status === null ? null : sentenceCase(status)) : dispositionText(disposition),
    },
  },
  {
    id: 'duration',
    header: 'Duration',
    width: 90,
    align: 'end',
    fields: ['duration'],
    value: { kind: 'seconds', of: (row) => row.duration },
  },
  {
    id: 'outcome',
    header: 'Outcome',
    width: 140,
    fields: ['outcome_id'],
    value: {
      kind: 'reference',
      to: (row) => row.outcomeId,
      name: (row, context) => nameOf('outcome', row.outcomeId, context),
    },
  },
  {
    id: 'subject',
    header: 'Subject',
    width: 240,
    fields: ['subject', 'latest_normalized_subject'],
    value: { kind: 'text', of: (row) => row.subject },
  },
  {
    id: 'participants',
    header: 'Participants',
    width: 240,
    fields: participantFields,
    value: { kind: 'list', items: (row) => row.participants },
  },
  {
    id: 'messages',
    header: 'Messages',
    width: 110,
    align: 'end',
    fields: ['n_emails'],
    value: { kind: 'number', of: (row) => row.messageCount },
  },
  {
    id: 'attachments',
    header: 'Attachments',
    width: 100,
    fields: ['attachments', 'has_attachments'],
    value: { kind: 'word', of: ({ hasAttachments }) => (hasAttachments ? 'Yes' : null) },
  },
  {
    id: 'change',
    header: 'Change',
    width: 220,
    fields: ['old_status_label', 'new_status_label'],
    value: { kind: 'change', from: (row) => row.oldValue, to: (row) => row.newValue },
  },
  {
    id: 'phone',
    header: 'Phone',
    width: 140,
    fields: ['remote_phone', 'phone'],
    value: { kind: 'text', of: (row) => row.phone },
  },
  {
    id: 'custom_type',
    header: 'Custom activity type',
    width: 170,
    fields: ['custom_activity_type_id'],
    value: { kind: 'reference', to: (row) => row.customActivityTypeId, name: customTypeName },
  },
  { id: 'id', header: 'Activity ID', width: 200, fields: ['id'], value: { kind: 'text', of: (row) => row.id } },
  {
    id: 'lead_id',
    header: 'Lead ID',
    width: 200,
    fields: ['lead_id'],
    value: { kind: 'text', of: (row) => row.leadId },
  },
  {
    id: 'contact_id',
    header: 'Contact ID',
    width: 200,
    fields: ['contact_id'],
    value: { kind: 'text', of: (row) => row.contactId },
  },
  {
    id: 'user_id',
    header: 'User ID',
    width: 200,
    fields: ['user_id'],
    value: { kind: 'text', of: (row) => row.userId },
  },
]

/** Every column but those of custom fields, in catalogue order. */
export const columns: readonly Column[] = definitions.map(toColumn)

const byId: ReadonlyMap<string, Column> = new Map(columns.map((column) => [column.id, column]))

const customFieldName = /^custom\.(l?cf_[A-Za-z0-9]{1,64})$/

/** The column of a custom field, by its name among an activity's fields: `custom.cf_…`. */
function customColumn(id: string): Column {
  return toColumn({
    id,
    header: id,
    width: 160,
    fields: [id],
    value: { kind: 'custom', of: (row) => row.custom?.[id] },
  })
}

/** The column of that id, `custom.cf_…` included; undefined when there is none. */
export function columnOf(id: string): Column | undefined {
  return byId.get(id) ?? (customFieldName.test(id) ? customColumn(id) : undefined)
}

export function isColumnId(text: string): boolean {
  return byId.has(text) || customFieldName.test(text)
}

/** The column's header for a reader: a custom field's by its name. */
export function headerOf(column: Column, names: Names): string {
  const field = customFieldName.exec(column.id)?.[1]
  const name = field === undefined ? undefined : names.customField(field)
  return (name === undefined ? '' : plainText(name)) || column.header
}

const always = ['time', 'type', 'direction', 'lead', 'contact', 'user', 'summary']

const ofList: { readonly [R in Resource]?: readonly string[] } = {
  call: ['duration', 'outcome'],
  emailthread: ['messages'],
  meeting: ['duration', 'outcome'],
  sms: ['status'],
  email: ['status'],
  custom: ['custom_type'],
  'status_change/lead': ['change'],
  'status_change/opportunity': ['change'],
}

/** The ids of the columns a list shows when none are chosen; where one type alone is asked for, those of its own list. */
export function defaultColumnIds(resource: Resource, types: readonly string[] = []): readonly string[] {
  return [...always, ...(ofList[columnsList({ resource, types })] ?? [])]
}

/** The list whose columns a query is shown with: where one type alone is asked for, that type's own list. */
export function columnsList({
  resource,
  types: [type = '', ...others],
}: Pick<ActivityQuery, 'resource' | 'types'>): Resource {
  if (resource !== '' || others.length > 0) return resource
  return type.startsWith('actitype_') ? 'custom' : (activityTypes.find(({ word }) => word === type)?.resource ?? '')
}

/** The columns a query shows, in order: the chosen ones, or its list's default when none (or none known) are chosen. */
export function columnsOf({
  columns: chosen,
  resource,
  types = [],
}: Pick<ActivityQuery, 'columns' | 'resource'> & Partial<Pick<ActivityQuery, 'types'>>): readonly Column[] {
  const known = toColumns(chosen)
  return known.length > 0 ? known : toColumns(defaultColumnIds(resource, types))
}

/** The columns of those ids, each once; ids of no column are left out. */
export function toColumns(ids: readonly string[]): readonly Column[] {
  return [...new Set(ids)].map(columnOf).filter((column) => column !== undefined)
}

/** Columns that only some lists can fill. */
const onlyIn: { readonly [id: string]: readonly Resource[] } = {
  direction: ['call', 'email', 'emailthread', 'sms', 'whatsapp_message'],
  status: ['call', 'email', 'sms', 'meeting', 'custom'],
  duration: ['call', 'meeting'],
  outcome: ['call', 'meeting'],
  subject: ['email', 'emailthread'],
  participants: ['email', 'emailthread', 'meeting'],
  messages: ['emailthread'],
  attachments: ['email', 'emailthread'],
  change: ['status_change/lead', 'status_change/opportunity'],
  phone: ['call', 'sms', 'whatsapp_message'],
  custom_type: ['custom'],
}

/** The columns that the activities of a list can fill, in catalogue order; without those of custom fields. */
export function columnsFor(resource: Resource): readonly Column[] {
  return columns.filter(({ id }) => resource === '' || (onlyIn[id]?.includes(resource) ?? true))
}

/** What the walk and every row need, whatever is shown. */
const needed = ['id', '_type', 'date_created', 'activity_at', 'lead_id']

/** Types whose summary or cells a list can hold. */
const onlyThere: ReadonlySet<string> = new Set(summaryFields(null))

/** `_fields` for a list and its columns, in canonical order: what is shown and what the walk needs, no more. */
export function fieldsFor(resource: Resource, shown: readonly Column[]): readonly string[] {
  return [...new Set([...needed, ...shown.flatMap((column) => fieldsOf(resource, column))])]
}

function fieldsOf(resource: Resource, column: Column): readonly string[] {
  const type = activityTypeOf(resource)
  if (column.id !== 'summary' || type === undefined) return column.fields
  const summary = new Set(summaryFields(type.type))
  return column.fields.filter((field) => !onlyThere.has(field) || summary.has(field))
}
