/** Rows as spreadsheets, mail and documents take them from the clipboard. */
import { headerOf, type Column, type ColumnContext } from '#core/activity/columns.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { guard, uniqueHeaders } from './encode.ts'

export interface TableText {
  /** Tabs between cells, a line for each row. */
  readonly plain: string
  /** A table without any attribute. */
  readonly html: string
}

/** The cells as the table shows them; no text can act as a formula or as markup. */
export function tableText(rows: readonly ActivityRow[], columns: readonly Column[], context: ColumnContext): TableText {
  const headers = uniqueHeaders(columns.map((column) => headerOf(column, context.names))).map(cellText)
  const lines = rows.map((row) => columns.map((column) => cellText(column.text(row, context))))
  return {
    plain: [headers, ...lines].map((cells) => `${cells.join('\t')}\r\n`).join(''),
    html: `<table><thead>${line(headers, 'th')}</thead><tbody>${lines.map((cells) => line(cells, 'td')).join('')}</tbody></table>`,
  }
}

/** One line, because a tab or a line end would begin another cell. */
function cellText(text: string): string {
  return guard(text.replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, ' '))
}

function line(cells: readonly string[], tag: 'th' | 'td'): string {
  return `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}
