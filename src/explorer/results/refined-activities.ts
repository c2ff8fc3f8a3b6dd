/** Of activities, those that are lines of the table: what the inspector steps through. */
import type { Activities } from './use-activities.ts'
import type { RefinedRows } from './refined-rows.ts'

type Walked = Pick<Activities, 'rowAt' | 'indexOf' | 'rowCount' | 'end'>

/** Numbers are places among the rows that are kept. Its end is that of what is loaded: how far to look is the reader's choice. */
export function refinedActivities<A extends Walked>(activities: A, { kept }: RefinedRows): A {
  const places = new Map(kept.map((row, place) => [row, place]))
  return {
    ...activities,
    rowCount: kept.length,
    end: 'ended',
    rowAt: (place: number) => activities.rowAt(kept[place] ?? -1),
    indexOf: (id: string) => {
      const row = activities.indexOf(id)
      return row === null ? null : (places.get(row) ?? null)
    },
  }
}
