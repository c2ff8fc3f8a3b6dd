import { useEffect } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import { searchOf, visited } from './view-book.ts'
import { changeBook } from './view-store.ts'

/** Milliseconds a query is looked at before it is one to come back to. */
const settled = 4000

/** Notes the queries that somebody stayed with. */
export function useRecordRecent(): void {
  const { query } = useExplorer()
  const search = searchOf(query)
  useEffect(() => {
    const timer = setTimeout(() => changeBook((book) => visited(book, search, Date.now())), settled)
    return () => clearTimeout(timer)
  }, [search])
}
