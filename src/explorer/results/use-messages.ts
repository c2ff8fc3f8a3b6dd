/** The messages of the open conversations, fetched thread by thread. */
import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { fetchActivity } from '#client/activity-pages.ts'
import { type Message, messagesOf } from '#core/activity/messages.ts'
import type { Question } from './activities-query.ts'

export interface Fetched {
  readonly messages: readonly Message[] | undefined
  readonly problem: Error | null
  readonly retry: () => void
}

export function messagesKey({ source, generation }: Pick<Question, 'source' | 'generation'>): readonly unknown[] {
  return [source, 'messages', generation]
}

/** One entry for each thread id, in their order; the same array as long as nothing changed. */
export function useMessages(question: Question, threadIds: readonly string[]): readonly Fetched[] {
  const { client, plan } = question
  const { sort } = plan.streams[0]
  return useQueries({
    queries: threadIds.map((id) => ({
      queryKey: [...messagesKey(question), id, sort],
      queryFn: async ({ signal }: { signal: AbortSignal }) => messagesOf(await fetchActivity(client, id, signal), sort),
      staleTime: 60_000,
    })),
    combine: toFetched,
  })
}

function toFetched(results: readonly UseQueryResult<readonly Message[]>[]): readonly Fetched[] {
  return results.map(({ data, error, isFetching, refetch }) => ({
    messages: data,
    problem: isFetching ? null : error,
    retry: refetch as () => void,
  }))
}
