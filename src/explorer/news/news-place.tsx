import type { Question } from '#explorer/results/activities-query.ts'
import { systemClock } from '#lib/clock.ts'
import { Button } from '#ui/button.tsx'
import { whyNeverNew } from './news-reason.ts'

/** Of the size of the news button, before it is there: what stands beside it does not move. */
export function NewsPlace({ question }: { question: Question }) {
  const [stream] = question.plan.streams
  return (
    <span inert aria-hidden="true" className="invisible flex items-center">
      {whyNeverNew(stream, systemClock.now() / 1000) === null && (
        <Button look="quiet" icon="arrow-up">
          <span className="@max-7xl:sr-only">No new activities</span>
        </Button>
      )}
      <Button look="quiet" icon="eye" />
    </span>
  )
}
