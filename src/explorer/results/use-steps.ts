import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
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
  const [goal, setGoal] = useState<Goal | null>(null)
  const isBeyond = goal !== null && goal.index >= rowCount
  const row = goal === null ? null : rowAt(goal.index)

  const newest = useRef({ showRow, loadMore, setQuery })
  useLayoutEffect(() => {
    newest.current = { showRow, loadMore, setQuery }
  })

  useEffect(() => {
    if (goal === null) return
    const { showRow, setQuery } = newest.current
    if (!isBeyond) showRow(goal.index)
    if (row === null) return
    const { id } = row
    // A row without an id cannot be opened: the step goes on.
    setGoal(id === null ? { ...goal, index: goal.index + goal.by } : null)
    if (id !== null) setQuery((now) => ({ ...now, open: id }), { replace: true })
  }, [goal, isBeyond, row])

  useEffect(() => {
    if (goal === null) return
    const isInVain = goal.index < 0 || problem !== null || (isBeyond && end !== 'open')
    if (isInVain) setGoal(null)
    else if (isBeyond && !isFetching) newest.current.loadMore()
  }, [goal, isBeyond, end, isFetching, problem])

  const go = useCallback(
    (by: Direction) => {
      if (index !== null) setGoal({ index: index + by, by })
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
      isOnTheWay: goal !== null,
      go,
    })
  }, [steps, index, rowAt, rowCount, end, goal, go])

  useEffect(() => () => steps.publish(null), [steps])
}
