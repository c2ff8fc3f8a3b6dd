import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { fetchActivityPage } from '#client/activity-pages.ts'
import { useOnline } from '#explorer/results/use-online.ts'
import type { Question } from '#explorer/results/activities-query.ts'
import type { Page } from '#explorer/results/ledger.ts'
import type { Activities } from '#explorer/results/use-activities.ts'
import { createBrowserStore } from '#lib/browser-store.ts'
import { type News, newsIn, newsRequest, noNews, type Top, topOf } from './news-page.ts'
import { whyNeverNew, whyNotWatching } from './news-reason.ts'
import { useIdleMs, useIsHidden } from './use-presence.ts'

/** Milliseconds between two looks. Each is one request. */
const every = 60_000

const watching = createBrowserStore('watch-for-news', (stored) => stored !== false)

export interface NewsView {
  readonly count: number
  readonly isMore: boolean
  readonly isLooking: boolean
  /** Why this list cannot have news; null when it can. */
  readonly never: string | null
  /** Why nobody looks just now; null while somebody does. */
  readonly paused: string | null
  readonly isOn: boolean
  readonly switchOn: (isOn: boolean) => void
  /** Asks once. Answers how many are new. */
  readonly look: () => Promise<number>
  /** What the last look brought, to be put above the list; and where that belongs. */
  readonly taken: Found | null
}

export interface Found {
  readonly news: News
  readonly top: Top
  /** The page at the top of the list when it was asked. */
  readonly first: Page
}

/** Looks above the top of a list now and then, and changes nothing in it. */
export function useNews({ client, plan }: Question, activities: Activities): NewsView {
  const [stream] = plan.streams
  const { pages, ledger } = activities
  const [found, setFound] = useState<Found | null>(null)
  const [isLooking, setIsLooking] = useState(false)
  const isOn = useSyncExternalStore(watching.subscribe, watching.get)
  const { waitingUntil } = useSyncExternalStore(client.pacer.subscribe, client.pacer.getSnapshot)
  const isHidden = useIsHidden()
  const isOnline = useOnline()
  const idleMs = useIdleMs()
  const [opened] = useState(() => Date.now() / 1000)

  const first = pages[0]
  const held = useRef(pages)
  useEffect(() => {
    held.current = pages
  }, [pages])
  // News are news of the top they were asked above; far down that page may not be held, and stays as it was.
  const isOfThisTop = found !== null && first !== undefined && (found.first === first || first.place.index > 0)
  const news = isOfThisTop ? found.news : noNews

  const never = whyNeverNew(stream, opened + idleMs.since / 1000)
  const paused = whyNotWatching({
    stream,
    now: opened + idleMs.since / 1000,
    isOn,
    isHidden,
    isOnline,
    isThrottled: waitingUntil !== null,
    idleMs: idleMs.idle,
  })
  const isThere = ledger.pageCount > 0

  const look = useCallback(async () => {
    const [page0] = held.current
    if (page0?.place.index !== 0) return 0
    const top = topOf(
      page0.rows,
      held.current.slice(0, 3).flatMap(({ rows }) => rows),
    )
    setIsLooking(true)
    try {
      const page = await fetchActivityPage(client, newsRequest(stream, top))
      const next = newsIn(page, top)
      setFound({ news: next, top, first: page0 })
      return next.count
    } catch {
      // The next look tells; the rows on screen are not in doubt.
      return 0
    } finally {
      setIsLooking(false)
    }
  }, [client, stream])

  useEffect(() => {
    if (paused !== null || !isThere) return
    const timer = setInterval(() => void look(), every)
    return () => clearInterval(timer)
  }, [paused, isThere, look])

  return {
    count: news.count,
    isMore: news.isMore,
    isLooking,
    never,
    paused,
    isOn,
    switchOn: watching.set,
    look,
    taken: isOfThisTop ? found : null,
  }
}
