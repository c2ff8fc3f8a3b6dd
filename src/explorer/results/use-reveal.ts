import { useEffect, useLayoutEffect, useRef, useState } from 'react'
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

/** In a list that was never scrolled, brings the open activity into view as soon as it is among the rows. */
export function useReveal({ activities, scroller, showRow }: Needs): void {
  const { query, address } = useExplorer()
  const { open, bounds, sort } = query
  const [isDue, setIsDue] = useState(() => open !== null && address.place() === null)
  const { indexOf, rowCount, end, isFetching, problem, loadMore } = activities
  const index = isDue && open !== null ? indexOf(open) : null
  // A list that ends at an exact moment was asked for around an activity.
  const isAround = bounds[sort].lte?.includes('T') ?? false

  const show = useRef(showRow)
  useLayoutEffect(() => {
    show.current = showRow
  })

  useEffect(() => {
    if (index === null || !scroller) return
    show.current(index)
    setIsDue(false)
  }, [index, scroller])

  useEffect(() => {
    if (!isDue || index !== null || isFetching || problem || end !== 'open') return
    if (isAround && rowCount < farthest) loadMore()
  })

  // Whoever scrolls by hand does not want to be taken elsewhere.
  useEffect(() => {
    if (!scroller || !isDue) return
    const stay = () => setIsDue(false)
    scroller.addEventListener('wheel', stay, { passive: true })
    scroller.addEventListener('touchstart', stay, { passive: true })
    return () => {
      scroller.removeEventListener('wheel', stay)
      scroller.removeEventListener('touchstart', stay)
    }
  }, [scroller, isDue])
}
