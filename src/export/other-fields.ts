/**
 * Custom fields that are not among a file's columns: all of them together in one more column, so that a field somebody added
 * yesterday is in the file.
 */
import type { Column } from '#core/activity/columns.ts'
import type { WireActivity } from '#core/close/wire.ts'

const id = 'custom.others'

/** JSON of an object by field name; empty when there is none. */
export const othersColumn: Column = {
  id,
  header: 'Other custom fields',
  width: 200,
  align: 'start',
  fields: [],
  value: { kind: 'custom', of: (row) => row.custom?.[id] },
  text: () => '',
}

/** The activity with what these columns leave out under the one field of that column. */
export function gatherOthers(columns: readonly Column[]): (wire: WireActivity) => WireActivity {
  const shown = new Set(columns.flatMap(({ fields }) => fields))
  return (wire) => {
    const others = Object.entries(wire).filter(
      ([name, value]) => name.startsWith('custom.') && !shown.has(name) && value !== null && value !== '',
    )
    return others.length === 0 ? wire : { ...wire, [id]: Object.fromEntries(others) }
  }
}
