import { useLayoutEffect } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import { useListLook } from '#explorer/looks/use-table-look.ts'

/** A link that says nothing of columns is shown with those that were chosen for its list on this machine, and says so from then on. */
export function useOwnColumns(): void {
  const { query, setQuery } = useExplorer()
  const { columns } = useListLook()
  const wanted = query.columns.length === 0 && columns.length > 0
  useLayoutEffect(() => {
    if (wanted) setQuery((now) => ({ ...now, columns }), { replace: true })
  }, [wanted, columns, setQuery])
}
