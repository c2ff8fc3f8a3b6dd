import { useEffect, useRef, useState } from 'react'
import { describeRefinements, withoutRefinements } from '#core/query/describe-refinements.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Button } from '#ui/button.tsx'
import { furtherThan, type Goal, isReached } from './going-on.ts'
import { type RefinedCount, refinedText } from './refined-text.ts'
import type { Activities } from './use-activities.ts'

/** Below the rows that the refinements keep: of how many they are, and the way further back. */
export function RefinedFooter({ activities, refined }: { activities: Activities; refined: RefinedCount }) {
  const { query, names, locale, setQuery, announce } = useExplorer()
  const { status, end, isFetching, problem, rowCount, loadMore } = activities
  const [goal, setGoal] = useState<Goal | null>(null)
  const text = refinedText(refined, locale)
  const now = { rows: rowCount, lines: refined.kept }
  const isThere = goal !== null && (isReached(goal, now) || end !== 'open' || problem !== null)
  if (isThere) setGoal(null)
  const isLooking = goal !== null && !isThere

  useEffect(() => {
    if (isLooking && !isFetching) loadMore()
  })

  const hasLooked = useRef(false)
  useEffect(() => {
    if (hasLooked.current && !isLooking) announce(text)
    hasLooked.current = isLooking
    // The text of that moment.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isLooking, announce])

  if (status !== 'ready') return null
  const refinements = describeRefinements(query, names)
  return (
    <div className="sticky start-0 flex min-h-12 w-fit max-w-[100vw] flex-wrap items-center gap-2 px-3 py-2 text-ink-muted">
      <p>
        {text}
        {end === 'open' && ' More may match further back.'}
        {end === 'halted' && ' The list stopped making sense here, so it may not be complete.'}
        {end === 'ended' && ' That is the whole list.'}
      </p>
      {end === 'open' && (
        <Button size="small" onClick={() => setGoal(isLooking ? null : furtherThan(now))}>
          {isLooking ? 'Stop looking' : 'Look further back'}
        </Button>
      )}
      {refined.kept === 0 &&
        refinements.length > 1 &&
        refinements.map(({ id, text: sentence, removed }) => (
          <Button key={id} look="fix" size="small" icon="cross" onClick={() => setQuery(() => removed)}>
            <span className="sr-only">Drop </span>
            <bdi>{sentence}</bdi>
          </Button>
        ))}
      <Button size="small" onClick={() => setQuery(withoutRefinements)}>
        Show all loaded rows
      </Button>
    </div>
  )
}
