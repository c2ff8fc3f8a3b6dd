import { useEffect, useRef, useState } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import type { Activities } from './use-activities.ts'

interface Needs {
  activities: Activities
  scroller: HTMLElement | null
  /** Brings a row into the middle of the view. */
  showRow: (index: number) => void
}

/** Rows walked to find the open one in a list that was made to hold it. */
const farthest = 500

/** In a list that was never scrolled, brings the activity it was opened with into view as soon as that is among the rows. */
export function useReveal({ activities, scroller, showRow }: Needs): void {
  const { query, address } = useExplorer()
  const { open, bounds, sort } = query
  const [wanted] = useState(() => (address.place() === null ? open : null))
  const isDone = useRef(false)
  const { indexOf, rowCount, end, isFetching, problem, loadMore } = activities
  // A list that ends at an exact moment was asked for around an activity.
  const isAround = bounds[sort].lte?.includes('T') ?? false

  useEffect(() => {
    if (open !== wanted) isDone.current = true
    if (isDone.current || wanted === null || !scroller) return
    const index = indexOf(wanted)
    if (index !== null) {
      isDone.current = true
      showRow(index)
    } else if (isAround && rowCount < farthest && !isFetching && !problem && end === 'open') loadMore()
  })

  // Whoever scrolls by hand does not want to be taken elsewhere.
  useEffect(() => {
    if (!scroller) return
    const stay = () => {
      isDone.current = true
    }
    scroller.addEventListener('wheel', stay, { passive: true })
    scroller.addEventListener('touchstart', stay, { passive: true })
    return () => {
      scroller.removeEventListener('wheel', stay)
      scroller.removeEventListener('touchstart', stay)
    }
  }, [scroller])
}
