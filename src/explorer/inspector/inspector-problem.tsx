import { CloseError } from '#client/errors.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'

/** Why there is no activity to show. */
export function InspectorProblem({ problem, onRetry }: { problem: Error; onRetry: () => void }) {
  const isGone = problem instanceof CloseError && (problem.kind === 'not-found' || problem.kind === 'forbidden')
  return (
    <div role="alert" className="p-3">
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
  )
}
