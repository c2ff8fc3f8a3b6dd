/** Selected rows as text to be pasted elsewhere: what the columns show. */
import { type Column, type ColumnContext, headerOf } from '#core/activity/columns.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { encodeLine, guard } from '#core/csv/encode.ts'

export const copyFormats = ['text', 'csv', 'markdown', 'json'] as const

export type CopyFormat = (typeof copyFormats)[number]

/** `text` is separated by tabs, for spreadsheets; it and `csv` are guarded against cells that would run as formulas. */
export function copyText(
  format: CopyFormat,
  rows: readonly ActivityRow[],
  columns: readonly Column[],
  context: ColumnContext,
): string {
  if (format === 'json') return jsonText(rows, columns, context)
  const table = [
    columns.map((column) => headerOf(column, context.names)),
    ...rows.map((row) => columns.map((column) => column.text(row, context))),
  ]
  switch (format) {
    case 'text':
      return table.map((cells) => cells.map((cell) => guard(oneLine(cell))).join('\t')).join('\n')
    case 'csv':
      return table.map((cells) => encodeLine(cells, 'spreadsheet').text).join('')
    case 'markdown': {
      const [header = [], ...body] = table.map((cells) => `| ${cells.map(markdownCell).join(' | ')} |`)
      return [header, `| ${columns.map(({ align }) => (align === 'end' ? '--:' : '---')).join(' | ')} |`, ...body].join(
        '\n',
      )
    }
  }
}

function oneLine(text: string): string {
  return text.replace(/[\t\r\n\u2028\u2029]+/g, ' ')
}

/** Nothing of it is markup: a text from outside could otherwise bring links and pictures. */
function markdownCell(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]<>()#+!|~&-]/g, (sign) => `\\${sign}`)
}

/** A list of objects by column: numbers as numbers, instants as sent, references as id and name. */
function jsonText(rows: readonly ActivityRow[], columns: readonly Column[], context: ColumnContext): string {
  const objects = rows.map((row) => ({
    id: row.id,
    ...Object.fromEntries(columns.map((column) => [column.id, valueOf(column, row, context)])),
  }))
  return JSON.stringify(objects, null, 2)
}

function valueOf({ value }: Column, row: ActivityRow, context: ColumnContext): unknown {
  switch (value.kind) {
    case 'instant':
      return value.at(row, context)
    case 'reference':
      return { id: value.to(row, context), name: value.name(row, context) }
    case 'list':
      return value.items(row, context)
    case 'change':
      return { from: value.from(row, context), to: value.to(row, context) }
    case 'text':
    case 'word':
    case 'line':
    case 'number':
    case 'seconds':
    case 'custom':
      return value.of(row, context)
  }
}
