import { useEffect, useState } from 'react'
import { hasMovedOn, untilNextDay } from '#core/query/period/today.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { systemClock } from '#lib/clock.ts'

/**
 * Whether "today" is another day by now than when the list was asked for. While nobody looks at the page the list is asked
 * for again at once; in front of a reader it stays, and this answers true.
 */
export function useNewDay(): boolean {
  const { query, timeZone, at, address } = useExplorer()
  const [seen, setSeen] = useState(at)
  const isOver = hasMovedOn(query, timeZone, at, Math.max(seen, at))

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    function look() {
      clearTimeout(timer)
      const now = systemClock.now()
      // A second late rather than early.
      timer = setTimeout(look, untilNextDay(query, timeZone, now) + 1000)
      if (!hasMovedOn(query, timeZone, at, now)) return
      if (document.hidden && query.open === null) address.renew()
      else setSeen(now)
    }
    if (query.range === null) return
    look()
    // A machine that slept wakes with its timers late.
    document.addEventListener('visibilitychange', look)
    window.addEventListener('focus', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
    }
  }, [query, timeZone, at, address])

  return isOver
}
