import { useExplorer } from '#explorer/explorer-context.ts'
import type { Opener } from './open-pasted.ts'

/** What a pasted link needs to become the query. */
export function useOpener(): Opener {
  const { query, setQuery, announce } = useExplorer()
  return { source: query.source, setQuery, announce }
}
