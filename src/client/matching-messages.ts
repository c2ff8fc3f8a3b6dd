/** Which messages of each thread a list of messages holds. */
import { advance, firstCursor, requestOf } from '#core/query/walk.ts'
import type { Stream } from '#core/query/plan-types.ts'
import { fetchActivityPage } from './activity-pages.ts'
import type { CloseClient } from './close-client.ts'

/** Requests for one list. */
const most = 3

/** Message ids by thread. Null when the list is longer than a few requests tell, or made no sense: then nothing is known. */
export async function fetchMessagesByThread(
  client: CloseClient,
  stream: Stream,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, ReadonlySet<string>> | null> {
  const threads = new Map<string, Set<string>>()
  let cursor = firstCursor()
  for (let requests = 0; requests < most; requests += 1) {
    const step = advance(stream, cursor, await fetchActivityPage(client, requestOf(stream, cursor), signal))
    if (step.anomalies.length > 0) return null
    for (const { id, thread_id: thread } of step.activities) {
      if (typeof id !== 'string' || typeof thread !== 'string') continue
      const ids = threads.get(thread) ?? new Set()
      threads.set(thread, ids.add(id))
    }
    if (step.next === null) return threads
    cursor = step.next
  }
  return null
}
