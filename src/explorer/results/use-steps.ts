import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import type { Direction } from './step-store.ts'
import type { Activities } from './use-activities.ts'

interface Needs {
  activities: Activities
  /** Brings a row into view and makes it the current one. */
  showRow: (index: number) => void
}

interface Goal {
  readonly index: number
  readonly by: Direction
}

/** Lets the inspector step through the rows, past those that are loaded. */
export function useSteps({ activities, showRow }: Needs): void {
  const { query, setQuery, steps } = useExplorer()
  const { rowAt, indexOf, rowCount, end, isFetching, problem, loadMore } = activities
  const { open } = query
  const index = useMemo(() => (open === null ? null : indexOf(open)), [open, indexOf])
  const goal = useRef<Goal | null>(null)
  const shown = useRef<number | null>(null)
  const [, lookAgain] = useReducer((times: number) => times + 1, 0)

  // Rows come and go: after each change, whatever the step waits for is looked at anew.
  useEffect(() => {
    if (goal.current === null) return
    const { by } = goal.current
    let wanted = goal.current.index
    // A row without an id cannot be opened: the step goes on.
    while (rowAt(wanted)?.id === null) wanted += by
    goal.current = { index: wanted, by }
    const id = rowAt(wanted)?.id
    const isBeyond = wanted >= rowCount
    if (id) {
      goal.current = null
      shown.current = null
      showRow(wanted)
      setQuery((now) => ({ ...now, open: id }), { replace: true })
    } else if (wanted < 0 || problem !== null || (isBeyond && end !== 'open')) goal.current = null
    else if (isBeyond && !isFetching) loadMore()
    else if (!isBeyond && shown.current !== wanted) {
      // What is scrolled to is fetched.
      shown.current = wanted
      showRow(wanted)
    }
  })

  const go = useCallback(
    (by: Direction) => {
      if (index === null) return
      goal.current = { index: index + by, by }
      lookAgain()
    },
    [index],
  )

  useEffect(() => {
    if (index === null) return steps.publish(null)
    steps.publish({
      previous: rowAt(index - 1),
      next: rowAt(index + 1),
      canGoBack: index > 0,
      canGoOn: index + 1 < rowCount || end === 'open',
      isOnTheWay: goal.current !== null,
      go,
    })
  })

  useEffect(() => () => steps.publish(null), [steps])
}
