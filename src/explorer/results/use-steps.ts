import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import { useKnownActivity } from '#explorer/inspector/use-activity.ts'
import type { Line } from './outline.ts'
import type { Direction } from './step-store.ts'
import { stepTarget } from './step-target.ts'
import type { Activities } from './use-activities.ts'
import type { ConversationsView } from './use-conversations.ts'

interface Needs {
  activities: Activities
  conversations: ConversationsView
  /** Brings a line into view and makes it the current one. */
  showLine: (line: Line) => void
}

interface Goal {
  /** Null until the conversation that holds the open activity is open. */
  readonly from: Line | null
  readonly by: Direction
}

/** Lets the inspector step through the lines, past those that are loaded and into the conversation of an open message. */
export function useSteps({ activities, conversations, showLine }: Needs): void {
  const { query, setQuery, steps } = useExplorer()
  const { rowAt, end, isFetching, problem, loadMore } = activities
  const { outline, contentOf, lineOf, toggle } = conversations
  const { open } = query
  const place = useMemo(() => (open === null ? null : lineOf(open)), [open, lineOf])
  const shut = useShutConversation(place === null ? open : null, activities, conversations)
  const goal = useRef<Goal | null>(null)
  const shown = useRef<Line | null>(null)
  const [, lookAgain] = useReducer((times: number) => times + 1, 0)

  // Rows come and go: after each change, whatever the step waits for is looked at anew.
  useEffect(() => {
    if (goal.current === null) return
    const { by } = goal.current
    const from = goal.current.from ?? place
    if (from === null) {
      const first = shut === null || !conversations.isOpen(shut) ? null : contentOf({ row: shut, message: 0 })
      const isComing = first !== null && first.row === null && first.note === null
      if (!isComing) goal.current = null
      return
    }
    goal.current = { from, by }
    const target = stepTarget(from, by, { outline, contentOf, end })
    if (target.kind === 'open') {
      goal.current = null
      shown.current = null
      showLine(target.line)
      setQuery((now) => ({ ...now, open: target.id }), { replace: true })
    } else if (target.kind === 'nowhere' || problem !== null) goal.current = null
    else if (target.kind === 'load' && !isFetching) loadMore()
    else if (target.kind === 'show' && !isSame(shown.current, target.line)) {
      // What is scrolled to is fetched.
      shown.current = target.line
      showLine(target.line)
    }
  })

  const go = useCallback(
    (by: Direction) => {
      const conversation = place === null && shut !== null ? rowAt(shut) : null
      if (place === null && conversation === null) return
      if (conversation !== null) toggle(conversation, true)
      goal.current = { from: place, by }
      lookAgain()
    },
    [place, shut, rowAt, toggle],
  )

  useEffect(() => {
    if (place === null && shut === null) return steps.publish(null)
    const index = place && outline.indexOf(place)
    const around = (by: Direction) =>
      index !== null && index + by >= 0 && index + by < outline.lineCount
        ? contentOf(outline.lineAt(index + by)).row
        : null
    steps.publish({
      previous: around(-1),
      next: around(1),
      canGoBack: index !== 0,
      canGoOn: index === null || index + 1 < outline.lineCount || end === 'open',
      isOnTheWay: goal.current !== null,
      go,
    })
  })

  useEffect(() => () => steps.publish(null), [steps])
}

/** The row of the conversation in which an activity stands that has no line of its own. Null when it is not in the list. */
function useShutConversation(
  id: string | null,
  { rowAt, indexOf }: Activities,
  { threadRow }: ConversationsView,
): number | null {
  const known = useKnownActivity(id)
  const row = useMemo(() => (id === null ? null : indexOf(id)), [id, indexOf])
  const thread = (row === null ? null : rowAt(row)?.threadId) ?? known?.['thread_id']
  return typeof thread === 'string' ? threadRow(thread) : null
}

function isSame(a: Line | null, b: Line): boolean {
  return a !== null && a.row === b.row && a.message === b.message
}
