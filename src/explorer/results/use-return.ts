import { useEffect, useLayoutEffect, useState } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import type { Activities } from './use-activities.ts'

interface Needs {
  activities: Activities
  scroller: HTMLElement | null
  rowHeight: number
  /** Rows that stand by themselves: the place is counted in these. */
  topCount: number
}

/** Rows that are walked again to get back to a place; farther down, the way is left to the reader. */
const farthest = 3000

/**
 * Takes the view back to where this history entry was left. Rows that are no longer in the cache are asked for first.
 * Answers whether it is still on the way.
 */
export function useReturn({ activities, scroller, rowHeight, topCount }: Needs): boolean {
  const { address } = useExplorer()
  const [goal, setGoal] = useState(() => {
    const rows = address.place() ?? 0
    return rows > 0 && rows <= Math.max(farthest, topCount) ? rows : null
  })
  const { end, problem, status, isFetching, loadMore } = activities
  const isThere = goal !== null && topCount > goal
  const isHopeless = problem !== null || (status === 'ready' && end !== 'open')

  useLayoutEffect(() => {
    if (goal === null || !scroller || !(isThere || isHopeless)) return
    scroller.scrollTop = goal * rowHeight
    setGoal(null)
  }, [goal, scroller, isThere, isHopeless, rowHeight])

  useEffect(() => {
    if (goal !== null && status === 'ready' && !isThere && !isHopeless && !isFetching) loadMore()
  })

  // Whoever scrolls by hand does not want to be taken elsewhere.
  useEffect(() => {
    if (!scroller || goal === null) return
    const stay = () => setGoal(null)
    scroller.addEventListener('wheel', stay, { passive: true })
    scroller.addEventListener('touchstart', stay, { passive: true })
    return () => {
      scroller.removeEventListener('wheel', stay)
      scroller.removeEventListener('touchstart', stay)
    }
  }, [scroller, goal])

  return goal !== null
}
