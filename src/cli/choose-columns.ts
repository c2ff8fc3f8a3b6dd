/** Which columns `--columns` means. */
import type { CustomActivityType } from '#client/directory.ts'
import { columns, columnsOf, isColumnId, toColumns, type Column } from '#core/activity/columns.ts'
import type { ActivityQuery } from '#core/query/activity-query.ts'
import { allColumns } from '#export/all-columns.ts'

/** A sentence when the choice names what is no column; null when it can be used. */
export function refusalOfColumns(choice: string): string | null {
  const strange = choice === 'visible' || choice === 'all' ? [] : idsOf(choice).filter((id) => !isColumnId(id))
  if (strange.length === 0 && idsOf(choice).length > 0) return null
  const named = strange.slice(0, 5).map((id) => `“${id.slice(0, 40)}”`)
  return `${named.length === 0 ? '--columns is empty' : `There is no column ${named.join(', ')}`}. There are: ${columns.map(({ id }) => id).join(', ')}, and custom.cf_… for a custom field.`
}

export function chosenColumns(
  choice: string,
  query: ActivityQuery,
  types: readonly CustomActivityType[],
): readonly Column[] {
  if (choice === 'visible') return columnsOf(query)
  return choice === 'all' ? allColumns(query.resource, types) : toColumns(idsOf(choice))
}

function idsOf(choice: string): readonly string[] {
  return [
    ...new Set(
      choice
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== ''),
    ),
  ]
}
