/** The columns of a file, beside those that were asked for. */
import { toColumns, type Column } from '#core/activity/columns.ts'
import type { ExportNeeds } from './needs.ts'
import { othersColumn } from './other-fields.ts'

/** Rows of a file are compared and looked up by id, so it is written even where the table does not show it. */
export function columnsOfFile(needs: ExportNeeds): readonly Column[] {
  const { columns } = needs
  const identified = columns.some(({ id }) => id === 'id') ? columns : [...columns, ...toColumns(['id'])]
  return hasOthers(needs) ? [...identified, othersColumn] : identified
}

/** Only these lists hold activities with custom fields. */
export function hasOthers({ others = false, query }: ExportNeeds): boolean {
  return others && (query.resource === '' || query.resource === 'custom')
}
