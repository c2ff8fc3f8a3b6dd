import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { fetchActivityPage } from '#client/activity-pages.ts'
import { keepsOf, refinementsOf } from '#core/activity/refinements.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import type { Question } from '#explorer/results/activities-query.ts'
import type { Page } from '#explorer/results/ledger.ts'
import type { Activities } from '#explorer/results/use-activities.ts'
import { useOnline } from '#explorer/results/use-online.ts'
import { createBrowserStore } from '#lib/browser-store.ts'
import { grownPages } from './grow.ts'
import { beginLook, type Look, type News, newsOf, noNews, placed, requestOfLook, topOf, withPage } from './news-page.ts'
import { whyNeverNew, whyNotWatching } from './news-reason.ts'
import { useIdleMs, useIsHidden } from './use-presence.ts'

/** Milliseconds between two polls. Each is one request. */
const every = 60_000

const watching = createBrowserStore('watch-for-news', (stored) => stored !== false)

export interface NewsView {
  readonly news: News
  /** They can be put among the rows; else the list is to be asked for anew. */
  readonly canInsert: boolean
  /** Why this list cannot have news; null when it can. */
  readonly never: string | null
  /** Why nobody looks just now; null while somebody does. */
  readonly paused: string | null
  /** Why the last look brought no answer; null when it did. */
  readonly problem: string | null
  readonly isOn: boolean
  readonly switchOn: (isOn: boolean) => void
  /** Looks now, to the end. Null when that was not answered. */
  readonly look: () => Promise<News | null>
  /** Puts what was found among the rows, once nothing else is being loaded. Null when that could not be. */
  readonly take: () => Promise<News | null>
}

/** Looks above the top of a list now and then, and changes nothing in it before it is told to. */
export function useNews({ client, plan }: Question, activities: Activities): NewsView {
  const [stream] = plan.streams
  const { pages, ledger } = activities
  const [found, setFound] = useState<Look | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const isOn = useSyncExternalStore(watching.subscribe, watching.get)
  const { waitingUntil } = useSyncExternalStore(client.pacer.subscribe, client.pacer.getSnapshot)
  const isHidden = useIsHidden()
  const isOnline = useOnline()
  const idleMs = useIdleMs()
  const [opened] = useState(() => Date.now() / 1000)
  const keeps = useKeeps()
  const { held, untilIdle } = useHeld(activities)
  /** A poll that has not come down to the end yet: the next one goes on. */
  const polled = useRef<Look | null>(null)

  const [first] = pages
  const present = found && isOf(found, first) ? found : null
  const news = useMemo(() => (present ? newsOf(present, keeps) : noNews), [present, keeps])

  const now = opened + idleMs.since / 1000
  const isTopHeld = first === undefined || first.place.index === 0
  const paused = whyNotWatching({
    stream,
    now,
    isOn,
    isHidden,
    isOnline,
    isThrottled: waitingUntil !== null,
    isTopHeld,
    idleMs: idleMs.idle,
  })
  const isThere = ledger.pageCount > 0

  const begin = useCallback((): Look => {
    const top = topOf(held.current.pages, Date.now() / 1000)
    if (!top) throw new Error('The top of the list is no longer in memory.')
    return beginLook(stream, top)
  }, [held, stream])

  /** Null when there is no answer. A look that began for another list says nothing of this one. */
  const answered = useCallback(async (ask: () => Promise<Look>): Promise<Look | null> => {
    try {
      const look = await ask()
      setProblem(null)
      setFound((before) => better(before, look))
      return look
    } catch (error) {
      setProblem(`The last look got no answer. ${error instanceof Error ? error.message : ''}`.trim())
      return null
    }
  }, [])

  const poll = useCallback(async () => {
    const { current } = polled
    const goesOn = current !== null && isOf(current, held.current.pages[0]) && requestOfLook(current) !== null
    polled.current = await answered(async () => {
      const look = goesOn ? current : begin()
      const request = requestOfLook(look)
      // Asked again in a minute anyway.
      return request ? withPage(look, await fetchActivityPage(client, request, undefined, { once: true })) : look
    })
  }, [answered, begin, client, held])

  const toTheEnd = useCallback(
    (from: () => Look) =>
      answered(async () => {
        let look = from()
        for (let request = requestOfLook(look); request; request = requestOfLook(look))
          look = withPage(look, await fetchActivityPage(client, request))
        return look
      }),
    [answered, client],
  )

  useEffect(() => {
    if (paused !== null || !isThere) return
    const timer = setInterval(() => void poll(), every)
    return () => clearInterval(timer)
  }, [paused, isThere, poll])

  async function look(): Promise<News | null> {
    const done = await toTheEnd(begin)
    return done && newsOf(done, keeps)
  }

  async function take(): Promise<News | null> {
    if (!present) return null
    const done = await toTheEnd(() => present)
    if (!done) return null
    await untilIdle()
    const isIn = held.current.edit((now) => grownPages(now, placed(done), done.top.pages))
    return isIn ? newsOf(done, keeps) : null
  }

  return {
    news,
    canInsert: ledger.conversations === null && !(present?.cursor && requestOfLook(present) === null),
    never: whyNeverNew(stream, now),
    paused,
    problem,
    isOn,
    switchOn: watching.set,
    look,
    take,
  }
}

/** News are news of the top they were asked above; far down that page may not be held, and stays as it was. */
function isOf({ top }: Look, first: Page | undefined): boolean {
  const [page] = top.pages
  if (!first || !page) return false
  return page === first || (first.place.index > 0 && page.place.ledger === first.place.ledger)
}

/** A look on its way down does not take back what the one before had found already. */
function better(before: Look | null, look: Look): Look {
  const isSame = before !== null && before.top.pages[0] === look.top.pages[0]
  if (!isSame || requestOfLook(look) === null) return look
  return newsOf(look, null).count < newsOf(before, null).count ? before : look
}

/** The present refinements; the same function as long as they are the same. */
function useKeeps() {
  const key = JSON.stringify(refinementsOf(useExplorer().query))
  return useMemo(() => keepsOf(JSON.parse(key)), [key])
}

/** The list as it is by the time something is answered, and the moment when it loads nothing. */
function useHeld(activities: Activities) {
  const held = useRef(activities)
  const waiting = useRef<(() => void)[]>([])
  useEffect(() => {
    held.current = activities
    if (activities.isFetching) return
    for (const go of waiting.current.splice(0)) go()
  })
  const untilIdle = useCallback(async () => {
    if (held.current.isFetching) await new Promise<void>((resolve) => waiting.current.push(resolve))
  }, [])
  return { held, untilIdle }
}
