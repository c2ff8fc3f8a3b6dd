import { useEffect, useRef, useState } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import type { Activities } from '#explorer/results/use-activities.ts'
import { reachedBy } from './use-timeline.ts'

/** Rows the table holds at once: more are not fetched at a stroke. */
const most = 20_000

export interface Fill {
  /** How far down is being fetched, in seconds since 1970; null while nothing was asked for. */
  readonly goal: number | null
  readonly downTo: (seconds: number) => void
  readonly stop: () => void
}

/** Goes on with the list, page by page, until a moment is covered; after a failure once that was repeated. */
export function useFill(activities: Activities): Fill {
  const { announce, locale } = useExplorer()
  const [goal, setGoal] = useState<number | null>(null)
  const { end, problem, isFetching, loadMore, rowCount } = activities
  const reached = reachedBy(activities)
  const isFull = rowCount >= most
  const isDone = end !== 'open' || isFull || (reached !== null && goal !== null && reached < goal)

  const active = goal !== null && !isDone && !problem ? goal : null

  useEffect(() => {
    if (active !== null && !isFetching) loadMore()
  })

  const wasActive = useRef(false)
  useEffect(() => {
    const isOver = wasActive.current && active === null && !problem
    wasActive.current = active !== null
    if (!isOver) return
    const count = rowCount.toLocaleString(locale)
    announce(
      isFull
        ? `Stopped at ${count} activities. Choose a part of the timeline to see it alone.`
        : `${count} activities fetched so far.`,
    )
  }, [active, problem, isFull, rowCount, announce, locale])

  return { goal: active, downTo: setGoal, stop: () => setGoal(null) }
}
