import { useEffect, useState } from 'react'
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
  const { actions, announce, locale } = useExplorer()
  const [asked, setAsked] = useState<{ seconds: number; of: Activities['ledger'] } | null>(null)
  const { ledger, end, problem, isFetching, loadMore, retry, rowCount } = activities
  // Who refreshes the list has not asked for all of the new one.
  const goal = asked?.of === ledger ? asked.seconds : null
  const reached = reachedBy(activities)
  const isFull = rowCount >= most
  const isOver = goal !== null && (end !== 'open' || isFull || (reached !== null && reached < goal))

  useEffect(() => {
    if (goal === null || problem) return
    if (isOver) stop()
    else if (!isFetching) loadMore()
  })

  function stop() {
    setAsked(null)
    const count = rowCount.toLocaleString(locale)
    if (isFull) actions.say(`${count} activities are loaded. Choose a part of the timeline to see it alone.`)
    else announce(`${count} activities fetched so far.`)
  }

  function downTo(seconds: number) {
    if (problem) retry()
    setAsked({ seconds, of: ledger })
  }

  return { goal: isOver || problem ? null : goal, downTo, stop }
}
