/** What the table knows of its list, for an estimate. */
import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import type { CloseClient } from '#client/close-client.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import type { Known } from '#export/estimate.ts'
import { type Explorer, useExplorer } from '#explorer/explorer-context.ts'
import { activitiesKey } from '#explorer/results/activities-query.ts'
import type { Page } from '#explorer/results/ledger.ts'

/** The pages that the table holds now; empty while there are none. */
export function useLoadedPages(): () => readonly Page[] {
  const cache = useQueryClient()
  const { query, plan, generation } = useExplorer()
  return () => {
    if (plan.status === 'blocked') return []
    const key = activitiesKey({ source: query.source, generation, plan })
    return cache.getQueryData<InfiniteData<Page>>(key)?.pages ?? []
  }
}

export function knownOf(pages: readonly Page[], { query, client }: Pick<Explorer, 'query' | 'client'>): Known {
  const first = pages.find(({ place }) => place.index === 0)?.rows[0]
  const ledger = pages[0]?.place.ledger
  return {
    rows: ledger?.rowCount ?? 0,
    ended: ledger?.end === 'ended',
    newest: first ? dateOf(first, query.sort) : null,
    reached: ledger?.reached ?? null,
    requestMs: client && usualMs(client),
  }
}

function dateOf(row: ActivityRow, sort: Explorer['query']['sort']): string | null {
  return sort === 'activity_at' ? row.activityAt : row.dateCreated
}

/** The middle one of the requests for a page that were answered of late. */
function usualMs({ requests }: CloseClient): number | null {
  const times = requests
    .getSnapshot()
    .filter(({ status, path }) => status === 200 && path.startsWith('/activity/'))
    .map(({ took }) => took)
    .toSorted((a, b) => a - b)
  return times[Math.floor(times.length / 2)] ?? null
}
