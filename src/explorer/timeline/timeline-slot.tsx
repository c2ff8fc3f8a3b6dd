import { type ComponentProps, Suspense } from 'react'
import { useRest } from '#explorer/at-rest.ts'
import type { Timeline } from './timeline.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'

const LazyTimeline = lazyPart(() => import('./timeline.tsx').then((module) => ({ default: module.Timeline })))

/** The timeline's place above the table: of its size before it is there, so that the table does not move. */
export function TimelineSlot(props: ComponentProps<typeof Timeline>) {
  const isWanted = useRest()
  const place = <div className="h-[6.5625rem] shrink-0 border-b border-line bg-surface" />
  if (!isWanted) return place
  return (
    <Suspense fallback={place}>
      <LazyTimeline {...props} />
    </Suspense>
  )
}
