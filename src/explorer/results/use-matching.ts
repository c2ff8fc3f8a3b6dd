/** How many messages of each conversation meet the filters, also of those that were never opened. */
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { fetchMessagesByThread } from '#client/matching-messages.ts'
import type { Assembled } from '#core/activity/conversations.ts'
import { hasFilter, type Matching, type MessageFilter } from '#core/activity/messages.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { matchingMessages } from '#core/query/matching-messages.ts'
import { planKey } from '#core/query/plan.ts'
import type { Question } from './activities-query.ts'
import { messagesKey } from './use-messages.ts'

export interface MatchingView {
  /** Null without filters, and where it would be a guess. */
  readonly matchingIn: (thread: ActivityRow) => Matching | null
  /** Whether a message matches by Close's own list; null when that is not known. */
  readonly isListed: (thread: string, message: string | null) => boolean | null
}

/**
 * Most threads carry all their messages, and say it themselves. When one does not, Close is asked once for its list of
 * the messages that match; where that takes more than a few requests, nothing is said of such threads.
 */
export function useMatching(question: Question, filter: MessageFilter, assembled: Assembled | null): MatchingView {
  const { client, plan } = question
  const messages = hasFilter(filter) ? matchingMessages(plan.streams[0]) : null
  const isNeeded = messages !== null && assembled !== null && assembled.matching.size < assembled.threads.size
  const { data: listed = null } = useQuery({
    queryKey: [...messagesKey(question), 'matching', ...planKey(plan)],
    queryFn: ({ signal }) => (messages ? fetchMessagesByThread(client, messages, signal) : null),
    enabled: isNeeded,
    staleTime: 60_000,
    structuralSharing: false,
  })
  const matchingIn = useCallback(
    ({ id, messageCount }: ActivityRow) => {
      if (id === null || !assembled || !hasFilter(filter)) return null
      const carried = assembled.matching.get(id)
      if (carried) return carried
      return listed && messageCount !== null ? { count: listed.get(id)?.size ?? 0, of: messageCount } : null
    },
    [assembled, filter, listed],
  )
  const isListed = useCallback(
    (thread: string, message: string | null) =>
      listed && message !== null ? (listed.get(thread)?.has(message) ?? false) : null,
    [listed],
  )
  return { matchingIn, isListed }
}
