import { type RefObject, Suspense, useRef } from 'react'
import type { ActivityQuery } from '#core/query/activity-query.ts'
import type { Plan } from '#core/query/plan-types.ts'
import { firstCursor, requestOf } from '#core/query/walk.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { activitiesKey, type Question, type ReadyPlan } from './activities-query.ts'
import { ActivityList } from './activity-list.tsx'
import { Toolbar } from './toolbar.tsx'
import { useFewLists } from './use-activities.ts'
import { lazyPart } from '#ui/lazy-part.tsx'

const ConnectNotice = lazyPart(() =>
  import('#explorer/connection/connect-notice.tsx').then((module) => ({ default: module.ConnectNotice })),
)
const BlockedNotice = lazyPart(() =>
  import('#explorer/filters/blocked-notice.tsx').then((module) => ({ default: module.BlockedNotice })),
)

/** What the present query comes to: rows, or why there are none. */
export function Results() {
  const { plan, client, query, generation } = useExplorer()
  const said = useRef<ActivityQuery>(null)
  if (plan.status === 'blocked') {
    return (
      <InPlaceOfRows status="Nothing asked: this query cannot run">
        <Suspense fallback={null}>
          <BlockedNotice />
        </Suspense>
      </InPlaceOfRows>
    )
  }
  if (!client) {
    return (
      <InPlaceOfRows status="Nothing asked: not connected">
        <Suspense fallback={null}>
          <ConnectNotice />
        </Suspense>
        <RequestText plan={plan} />
      </InPlaceOfRows>
    )
  }
  return <List question={{ plan, client, source: query.source, generation }} said={said} />
}

function List({ question, said }: { question: Question; said: RefObject<ActivityQuery | null> }) {
  const key = activitiesKey(question)
  useFewLists(key)
  return <ActivityList key={JSON.stringify(key)} question={question} said={said} />
}

function InPlaceOfRows({ status, children }: { status: string; children: React.ReactNode }) {
  return (
    <>
      <Toolbar status={status} />
      <div className="min-h-0 grow overflow-y-auto p-3">
        <div className="mx-auto flex max-w-3xl flex-col gap-3">{children}</div>
      </div>
    </>
  )
}

/** The first request of a plan, as it would be sent. */
function RequestText({ plan }: { plan: ReadyPlan }) {
  return (
    <div className="rounded-lg border border-line bg-surface p-4">
      <h3 className="font-medium">The request</h3>
      {plan.streams.map((stream) => (
        <code key={stream.path} className="mt-1 block font-mono text-xs break-all text-ink-muted">
          GET {requestText(stream)}
        </code>
      ))}
    </div>
  )
}

function requestText(stream: Extract<Plan, { status: 'ready' }>['streams'][0]): string {
  const { path, parameters } = requestOf(stream, firstCursor())
  const shown = parameters.filter(([name]) => name !== '_fields')
  return `/api/v1${path}${shown.length > 0 ? '?' : ''}${shown.map(([name, value]) => `${name}=${value}`).join('&')}`
}
