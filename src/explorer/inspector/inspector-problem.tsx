import { CloseError } from '#client/errors.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import type { Steps } from '#explorer/results/step-store.ts'
import { TypeIcon } from '#explorer/results/type-mark.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Moment } from './moment.tsx'
import { Section } from './section.tsx'

interface Props {
  problem: Error
  /** What lies around it in the table. */
  steps: Steps | null
  onRetry: () => void
}

/** Why there is no activity to show, and what lies around it. */
export function InspectorProblem({ problem, steps, onRetry }: Props) {
  const isGone = problem instanceof CloseError && (problem.kind === 'not-found' || problem.kind === 'forbidden')
  return (
    <div className="flex flex-col gap-5 p-4">
      <div role="alert">
        {isGone ? (
          <Notice tone="warn">This activity was deleted or you cannot see it.</Notice>
        ) : (
          <Notice
            tone="danger"
            actions={
              <Button icon="retry" onClick={onRetry}>
                Try again
              </Button>
            }
          >
            {problem.message}
          </Notice>
        )}
      </div>
      {isGone && steps && <Neighbours steps={steps} />}
    </div>
  )
}

function Neighbours({ steps: { previous, next } }: { steps: Steps }) {
  if (previous === null && next === null) return null
  return (
    <Section title="Around it in the list">
      <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
        {previous && <Neighbour row={previous} />}
        {next && <Neighbour row={next} />}
      </ul>
    </Section>
  )
}

function Neighbour({ row }: { row: ActivityRow }) {
  const { query, setQuery } = useExplorer()
  const at = query.sort === 'activity_at' ? row.activityAt : row.dateCreated
  return (
    <li>
      <button
        type="button"
        className="flex w-full cursor-default flex-col gap-0.5 px-3 py-2 text-start hover:bg-sunken"
        onClick={() => setQuery((now) => ({ ...now, open: row.id }), { replace: true })}
      >
        <span className="flex items-center gap-1.5 text-xs text-ink-muted">
          <TypeIcon type={row.type} />
          {at !== null && <Moment at={at} />}
        </span>
        <span dir="auto" className="line-clamp-2 break-words">
          {row.summary || row.type}
        </span>
      </button>
    </li>
  )
}
