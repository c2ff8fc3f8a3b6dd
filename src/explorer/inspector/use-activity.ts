import { useQuery } from '@tanstack/react-query'
import { fetchActivity } from '#client/activity-pages.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { useExplorer } from '#explorer/explorer-context.ts'

/** One activity by its id, kept for a minute. Not asked for while `id` is null or nobody is connected. */
export function useActivity(id: string | null) {
  const { client, query, generation } = useExplorer()
  return useQuery({
    queryKey: [query.source, 'activity', generation, id],
    queryFn: async ({ signal }) => {
      if (!client || id === null) throw new Error('Not connected.')
      return fetchActivity(client, id, signal)
    },
    enabled: client !== null && id !== null,
    staleTime: 60_000,
  })
}

/** What is known of an activity by now. Asks for nothing. */
export function useKnownActivity(id: string | null): WireActivity | undefined {
  const { query, generation } = useExplorer()
  const { data } = useQuery<WireActivity>({ queryKey: [query.source, 'activity', generation, id], enabled: false })
  return data
}
