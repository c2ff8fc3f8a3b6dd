import { useEffect, useLayoutEffect, useRef } from 'react'
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
 * Answers, to effects, whether it is still on the way.
 */
export function useReturn({ activities, scroller, rowHeight, topCount }: Needs): () => boolean {
  const { address } = useExplorer()
  const { end, problem, isFetching, loadMore } = activities
  /** How many rows down; null when there, or when there is nowhere to go. */
  const goal = useRef<number | null | undefined>(undefined)

  useLayoutEffect(() => {
    if (goal.current === undefined) {
      const rows = address.place() ?? 0
      goal.current = rows > 0 && rows <= Math.max(farthest, topCount) ? rows : null
    }
    if (goal.current === null || !scroller) return
    if (topCount <= goal.current && end === 'open' && !problem) return
    scroller.scrollTo({ top: goal.current * rowHeight })
    goal.current = null
  })

  useEffect(() => {
    if (goal.current !== null && !isFetching && !problem) loadMore()
  })

  // Whoever scrolls by hand does not want to be taken elsewhere.
  useEffect(() => {
    if (!scroller) return
    const stay = () => {
      goal.current = null
    }
    scroller.addEventListener('wheel', stay, { passive: true })
    scroller.addEventListener('touchstart', stay, { passive: true })
    return () => {
      scroller.removeEventListener('wheel', stay)
      scroller.removeEventListener('touchstart', stay)
    }
  }, [scroller])

  return () => goal.current !== null
}
