/** Copies rows of the table, for pasting into a spreadsheet, a mail or a document. */
import type { Column, ColumnContext } from '#core/activity/columns.ts'
import { numberText } from '#core/activity/format.ts'
import type { Keeps } from '#core/activity/refinements.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { tableText } from '#core/csv/table-text.ts'
import type { Page } from '#explorer/results/ledger.ts'

/** What spreadsheets take without a wait; more is what the export is for. */
export const mostCopied = 1000

export interface ToCopy {
  readonly rows: readonly ActivityRow[]
  /** "12 of 400 loaded rows". */
  readonly count: string
}

/** The rows of these pages that are kept, in order, at most a thousand. */
export function rowsToCopy(pages: readonly Pick<Page, 'rows'>[], keeps: Keeps | null, locale: string): ToCopy {
  const all = pages.flatMap(({ rows }) => rows)
  const rows = (keeps ? all.filter(keeps) : all).slice(0, mostCopied)
  const of = all.length === rows.length ? '' : `${numberText(rows.length, locale)} of `
  return { rows, count: `${of}${numberText(all.length, locale)} loaded ${all.length === 1 ? 'row' : 'rows'}` }
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
