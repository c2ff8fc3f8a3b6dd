/** Copies rows of the table, for pasting into a spreadsheet, a mail or a document. */
import type { Column, ColumnContext } from '#core/activity/columns.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { tableText } from '#core/csv/table-text.ts'
import type { Page } from '#explorer/results/ledger.ts'

/** What spreadsheets take without a wait; more is what the export is for. */
export const mostCopied = 1000

/** The rows of these pages in order, at most a thousand; those with these ids, when there are any. */
export function rowsToCopy(
  pages: readonly Pick<Page, 'rows'>[],
  ids: ReadonlySet<string> | null,
): readonly ActivityRow[] {
  const rows = pages.flatMap(({ rows }) => rows)
  return (ids ? rows.filter(({ id }) => id !== null && ids.has(id)) : rows).slice(0, mostCopied)
}

/** Rejects when the browser does not allow it; call it from a click. */
export async function copyTable(
  rows: readonly ActivityRow[],
  columns: readonly Column[],
  context: ColumnContext,
): Promise<void> {
  const { plain, html } = tableText(rows, columns, context)
  const item = new ClipboardItem({
    'text/plain': new Blob([plain], { type: 'text/plain' }),
    'text/html': new Blob([html], { type: 'text/html' }),
  })
  await navigator.clipboard.write([item])
}
