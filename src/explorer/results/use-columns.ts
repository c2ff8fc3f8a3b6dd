import { useMemo } from 'react'
import { type Column, columnsOf, toColumns } from '#core/activity/columns.ts'
import { useExplorer } from '#explorer/explorer-context.ts'

/** The columns that the query shows, in order; the same objects as long as they are the same. */
export function useColumns(): readonly Column[] {
  const { query } = useExplorer()
  const key = columnsOf(query)
    .map(({ id }) => id)
    .join()
  return useMemo(() => toColumns(key.split(',')), [key])
}
