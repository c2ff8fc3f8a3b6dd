/** The infinite query of a plan's activities: walks page by page and keeps flattened rows. */
import { infiniteQueryOptions } from '@tanstack/react-query'
import { fetchActivityPage } from '#client/activity-pages.ts'
import type { CloseClient } from '#client/close-client.ts'
import type { MatchingById } from '#core/activity/conversations.ts'
import { carriedMatching } from '#core/activity/messages.ts'
import { toRow } from '#core/activity/row.ts'
import { listPath } from '#core/close/activity-types.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { messageFilterOf } from '#core/query/matching-messages.ts'
import type { Source } from '#core/query/activity-query.ts'
import { planKey } from '#core/query/plan.ts'
import type { Plan, Stream } from '#core/query/plan-types.ts'
import { advance, requestOf, type Step } from '#core/query/walk.ts'
import { Ledger, type Page, type Place } from './ledger.ts'

export type ReadyPlan = Extract<Plan, { status: 'ready' }>

export interface Question {
  readonly client: CloseClient
  readonly plan: ReadyPlan
  readonly source: Source
  readonly generation: number
}

/** Rows held at once. Pages farther away are dropped, and asked for again when they are scrolled to. */
const heldRows = 20_000

/** Steps without a new row, inside a crowded second, before a page is shown as empty. */
const mostSteps = 10

export function activitiesKey({ source, generation, plan }: Omit<Question, 'client'>): readonly unknown[] {
  return [source, 'activities', generation, ...planKey(plan)]
}

export function activitiesQuery(question: Question) {
  const { client, plan } = question
  const [stream] = plan.streams
  return infiniteQueryOptions({
    queryKey: activitiesKey(question),
    queryFn: ({ pageParam, signal }) => fetchPage(client, stream, pageParam, signal),
    initialPageParam: newLedger(stream).first,
    getNextPageParam: (_page, _pages, place: Place) => neighbour(place, 1),
    getPreviousPageParam: (_page, _pages, place: Place) => neighbour(place, -1),
    maxPages: Math.ceil(heldRows / stream.limit),
    structuralSharing: false,
    staleTime: Infinity,
    gcTime: 10 * 60_000,
  })
}

/** Whether email threads are among a stream's rows. */
export function hasThreads({ path, parameters }: Stream): boolean {
  return path === listPath('emailthread') || parameters.some(([name]) => name === 'thread_emails')
}

/** Nothing walked yet. */
export function newLedger(stream: Stream): Ledger {
  return new Ledger({ withThreads: hasThreads(stream), sort: stream.sort })
}

function neighbour({ ledger, index }: Place, by: 1 | -1): Place | undefined {
  return ledger.at(index + by)
}

/** Fetches the page of a place and enters it in the ledger. Rejects with a `CloseError`. */
export async function fetchPage(client: CloseClient, stream: Stream, place: Place, signal: AbortSignal): Promise<Page> {
  const step = await stepFrom(client, stream, place, signal)
  const start = place.ledger.startOf(place.index)
  const rows = step.activities.map((activity, i) => toRow(activity, start + i))
  const page: Page = { place, rows, next: step.next, halted: hasHalted(step) }
  const last = rows.at(-1)
  const reached = (stream.sort === 'activity_at' ? last?.activityAt : last?.dateCreated) ?? null
  place.ledger.record(page, reached, hasThreads(stream) ? matchingIn(step.activities, stream) : undefined)
  return page
}

function matchingIn(activities: readonly WireActivity[], stream: Stream): MatchingById {
  const filter = messageFilterOf(stream)
  return new Map(
    activities.flatMap((activity) => {
      const matching = carriedMatching(activity, filter)
      return matching && typeof activity['id'] === 'string' ? [[activity['id'], matching]] : []
    }),
  )
}

async function stepFrom(client: CloseClient, stream: Stream, place: Place, signal: AbortSignal): Promise<Step> {
  let { cursor } = place
  for (let steps = 1; ; steps += 1) {
    const step = advance(stream, cursor, await fetchActivityPage(client, requestOf(stream, cursor), signal))
    if (step.activities.length > 0 || step.next === null || steps === mostSteps) return step
    cursor = step.next
  }
}

function hasHalted({ anomalies }: Step): boolean {
  return anomalies.some(({ kind }) => kind === 'stalled' || kind === 'outside-bounds')
}
