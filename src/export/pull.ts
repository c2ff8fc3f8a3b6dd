/** Pulls a plan's activities to the end, newest first, a page's worth at a time. */
import type { ActivityPage, WireActivity } from '#core/close/wire.ts'
import type { NonEmpty, Stream } from '#core/query/plan-types.ts'
import { compareTimestamps, parseTimestamp, type Timestamp } from '#core/query/timestamp.ts'
import { advance, firstCursor, requestOf, type Anomaly, type Cursor, type PageRequest } from '#core/query/walk.ts'

export interface Pulled {
  readonly activities: readonly WireActivity[]
  readonly repeated: number
  readonly anomalies: readonly Anomaly[]
}

export type AskForPage = (request: PageRequest) => Promise<ActivityPage>

/** Rejects as `ask` does. */
export async function* pull(ask: AskForPage, streams: NonEmpty<Stream>): AsyncGenerator<Pulled, void, void> {
  const [first, ...others] = streams.map((stream) => pullStream(ask, stream))
  if (others.length === 0 && first) yield* first
  else yield* merge(streams, [...(first ? [first] : []), ...others])
}

async function* pullStream(ask: AskForPage, stream: Stream): AsyncGenerator<Pulled, void, void> {
  for (let cursor: Cursor | null = firstCursor(); cursor;) {
    const page = await ask(requestOf(stream, cursor))
    const { activities, repeated, anomalies, next } = advance(stream, cursor, page)
    yield { activities, repeated, anomalies }
    cursor = next
  }
}

/** The part of a stream that was pulled and is not yet handed on. */
interface Head {
  readonly source: AsyncGenerator<Pulled, void, void>
  readonly stream: Stream
  rest: readonly WireActivity[]
  at: number
}

/** Hands on what is newest among the streams' heads; every head is filled first, so nothing newer can still come. */
async function* merge(
  streams: NonEmpty<Stream>,
  sources: readonly AsyncGenerator<Pulled, void, void>[],
): AsyncGenerator<Pulled, void, void> {
  let heads = sources.flatMap((source, index): Head[] => {
    const stream = streams[index]
    return stream ? [{ source, stream, rest: [], at: 0 }] : []
  })
  for (;;) {
    const anomalies: Anomaly[] = []
    let repeated = 0
    for (const head of heads) {
      while (head.at >= head.rest.length) {
        const { done, value } = await head.source.next()
        if (done) break
        anomalies.push(...value.anomalies)
        repeated += value.repeated
        head.rest = value.activities
        head.at = 0
      }
    }
    heads = heads.filter((head) => head.at < head.rest.length)
    const activities = takeUntilEmpty(heads)
    if (activities.length > 0 || repeated > 0 || anomalies.length > 0) yield { activities, repeated, anomalies }
    if (heads.length === 0) return
  }
}

/** The newest of all heads, one by one, until a head has run out. */
function takeUntilEmpty(heads: readonly Head[]): readonly WireActivity[] {
  const taken: WireActivity[] = []
  while (heads.length > 0 && heads.every((head) => head.at < head.rest.length)) {
    const newest = heads.reduce((best, head) => (isNewer(dateOf(head), dateOf(best)) ? head : best))
    const activity = newest.rest[newest.at]
    newest.at += 1
    if (activity) taken.push(activity)
  }
  return taken
}

function dateOf({ rest, at, stream }: Head): Timestamp | null {
  const date = rest[at]?.[stream.sort]
  return typeof date === 'string' ? parseTimestamp(date) : null
}

/** Rows without a date come last. */
function isNewer(date: Timestamp | null, than: Timestamp | null): boolean {
  return date !== null && (than === null || compareTimestamps(date, than) > 0)
}
