import { useQuery } from '@tanstack/react-query'
import { fetchActivity } from '#client/activity-pages.ts'
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
