import { useCallback } from 'react'
import { columnsList, columnsOf, defaultColumnIds, headerOf, toColumns } from '#core/activity/columns.ts'
import type { ActivityQuery } from '#core/query/activity-query.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { moved, withList } from '#explorer/looks/table-look.ts'
import { changeLook } from '#explorer/looks/use-table-look.ts'

/** The columns a query shows, chosen: remembered for its list, and in the link unless they are the list's own. */
export function withColumns(query: ActivityQuery, ids: readonly string[]): ActivityQuery {
  const columns = ids.join() === defaultColumnIds(query.resource, query.types).join() ? [] : ids
  changeLook((look) => withList(look, columnsList(query), { columns }))
  return { ...query, columns }
}

/** Moves a visible column to a place, counted from 0, and says so. */
export function useMoveColumn(): (id: string, place: number) => void {
  const { address, announce, names } = useExplorer()
  return useCallback(
    (id, place) => {
      const { query } = address.getSnapshot()
      const ids = columnsOf(query).map((column) => column.id)
      const next = moved(ids, id, place)
      if (next.join() === ids.join()) return
      address.setQuery(withColumns(query, next), { replace: true })
      const [column] = toColumns([id])
      if (column) announce(`${headerOf(column, names)}: place ${next.indexOf(id) + 1} of ${next.length}.`)
    },
    [address, announce, names],
  )
}
