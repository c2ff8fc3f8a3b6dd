/**
 * The columns as a file holds them. One column can be several fields: a time is local and UTC, a reference is id and name.
 * In the exact profile the fields are those of the API, as served.
 */
import { headerOf, type Column, type ColumnContext } from '#core/activity/columns.ts'
import { localDateTime } from '#core/activity/format.ts'
import { isRecord } from '#core/activity/read.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { clockText } from '#core/activity/wording.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { formatInstant, parseTimestamp } from '#core/query/timestamp.ts'
import { uniqueHeaders, type CsvCell, type CsvProfile } from './encode.ts'

/** An activity in both its forms. */
export interface Exported {
  readonly wire: WireActivity
  readonly row: ActivityRow
}

export interface CsvField {
  /** Unique in its file. */
  readonly header: string
  readonly cell: (activity: Exported) => CsvCell
}

/** A field of a JSON object. */
export interface JsonField {
  /** The API's own name, which stays when somebody renames a custom field. */
  readonly key: string
  /** As served; null when it is missing. */
  readonly value: (activity: Exported) => unknown
}

/** Before its header is made unique; fields of the same id hold the same, and one of them is enough. */
interface Draft extends CsvField {
  readonly id: string
}

/** A field of the exact profile. */
interface ServedDraft extends Draft {
  /** What the cell is written from. */
  readonly value: JsonField['value']
}

/** The file's fields for these columns, in order. */
export function csvFields(
  columns: readonly Column[],
  profile: CsvProfile,
  context: ColumnContext,
): readonly CsvField[] {
  const drafts = columns.flatMap((column) =>
    profile === 'exact' ? exactFields(column, context) : spreadsheetFields(column, context),
  )
  const once = onceEach(drafts)
  const headers = uniqueHeaders(once.map(({ header }) => header))
  return once.map(({ cell }, index) => ({ header: headers[index] ?? '', cell }))
}

/** The exact profile's fields as an object holds them, in order. */
export function jsonFields(columns: readonly Column[], context: ColumnContext): readonly JsonField[] {
  return onceEach(columns.flatMap((column) => exactFields(column, context))).map(({ id, value }) => ({
    key: id,
    value,
  }))
}

function onceEach<Kind extends Draft>(drafts: readonly Kind[]): readonly Kind[] {
  return [...new Map(drafts.map((draft) => [draft.id, draft])).values()]
}

function field(id: string, header: string, cell: CsvField['cell']): Draft {
  return { id, header, cell }
}

/** A value as served, in one cell: texts and numbers as they are, lists and objects as JSON. */
function servedCell(value: unknown): CsvCell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number') return value
  return jsonCell(value)
}

function jsonCell(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return '[nested too deeply]'
  }
}

function served(name: string): ServedDraft {
  return {
    ...field(name, name, ({ wire }) => servedCell(wire[name])),
    value: ({ wire }) => wire[name] ?? null,
  }
}

/** What Close does not serve. */
function made(name: string, cell: CsvField['cell']): ServedDraft {
  return { ...field(name, name, cell), value: cell }
}

function exactFields(column: Column, context: ColumnContext): readonly ServedDraft[] {
  const { id, value } = column
  if (id === 'time') return [served(context.sort)]
  if (value.kind === 'line') return [made(id, ({ row }) => value.of(row, context))]
  if (value.kind === 'reference') {
    const [reference = id] = column.fields
    const name = reference.replace(/_id$/, '_name')
    return [served(reference), made(name, ({ row }) => value.name(row, context))]
  }
  if (value.kind === 'custom') {
    const name = headerOf(column, context.names)
    return [{ ...served(id), header: name === id ? id : `${id} (${name})` }]
  }
  return column.fields.map(served)
}

function spreadsheetFields(column: Column, context: ColumnContext): readonly Draft[] {
  const { id, fields, value } = column
  const header = headerOf(column, context.names)
  switch (value.kind) {
    case 'text':
      return [field(fields[0] ?? id, header, ({ wire }) => firstText(wire, fields))]
    case 'word':
    case 'line':
      return [field(id, header, ({ row }) => value.of(row, context))]
    case 'instant':
      return instantFields(column, value.at, context)
    case 'reference': {
      const [reference = id] = fields
      return [
        field(`${reference} name`, header, ({ row }) => value.name(row, context)),
        field(reference, `${header} ID`, ({ row }) => value.to(row, context)),
      ]
    }
    case 'number':
      return [field(id, header, ({ row }) => value.of(row, context))]
    case 'seconds':
      return [
        field(id, header, ({ row }) => longClock(value.of(row, context))),
        field(`${id} s`, `${header} (s)`, ({ row }) => value.of(row, context)),
      ]
    case 'list':
      return [
        field(id, header, ({ row }) => value.items(row, context)?.join('; ') ?? null),
        field(`${id} count`, `${header} (count)`, ({ row }) => value.items(row, context)?.length ?? null),
      ]
    case 'change': {
      const [from = id, to = id] = fields
      return [
        field(from, `${header} from`, ({ wire }) => firstText(wire, [from])),
        field(to, `${header} to`, ({ wire }) => firstText(wire, [to])),
      ]
    }
    case 'custom':
      return [field(id, header, ({ row }) => customCell(value.of(row, context)))]
  }
}

/** The sorted time is one of the two dates: named as that one, it is not written twice. */
const dateHeaders = { date_created: 'Date created', activity_at: 'Activity time' }

function instantFields(
  { id, header }: Column,
  at: (row: ActivityRow, context: ColumnContext) => string | null,
  context: ColumnContext,
): readonly Draft[] {
  const name = id === 'time' ? dateHeaders[context.sort] : header
  const { timeZone } = context
  const local = field(name, `${name} (${timeZone})`, ({ row }) => {
    const text = at(row, context)
    return text === null ? null : (localDateTime(text, timeZone) ?? text)
  })
  const utc = field(`${name} UTC`, `${name} UTC`, ({ row }) => {
    const parsed = parseTimestamp(at(row, context) ?? '')
    return parsed ? formatInstant(parsed.seconds) : null
  })
  return [local, utc]
}

function firstText(wire: WireActivity, fields: readonly string[]): CsvCell {
  for (const name of fields) {
    const value = wire[name]
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') return value
  }
  return null
}

/** `0:07:11`: a spreadsheet reads "7:11" as seven hours. */
function longClock(seconds: number | null): string | null {
  if (seconds === null) return null
  return seconds < 3600 ? `0:${clockText(seconds).padStart(5, '0')}` : clockText(seconds)
}

function customCell(value: unknown): CsvCell {
  if (value === null || value === undefined || typeof value === 'number') return value ?? null
  if (typeof value === 'string') return value
  if (Array.isArray(value) && !value.some((item) => isRecord(item) || Array.isArray(item))) return value.join('; ')
  return jsonCell(value)
}
