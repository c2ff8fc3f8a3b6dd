/** One export of a small list in bad moods, by one seed, with two restarts; and its judgement. */
import { createCloseClient, type CloseClient } from '#client/close-client.ts'
import type { Stream } from '#core/query/plan-types.ts'
import { createTestClock, type TestClock } from '#lib/test-clock.ts'
import { createSandbox } from '#sandbox/app.ts'
import { Random } from '#sandbox/random.ts'
import type { Fact } from '#sandbox/truth.ts'
import { aroundEdges, change, createTrouble, momentText, someMoments, type Span } from './moods.ts'
import { judge, type Verdict, type World, type WrittenRow } from './oracle.ts'

/** What an exporter is given. */
export interface Trial {
  readonly client: CloseClient
  readonly clock: TestClock
  readonly stream: Stream
  readonly pageRows: number
  readonly random: Random
  /** Aborted at the next restart: the program ends there, and whatever it has not kept is gone. */
  readonly life: () => AbortSignal
  /** Begins the next life; false when there are no restarts left to happen. */
  readonly revive: () => void
  /** Tells that nothing of earlier lives is left, so that the export begins now. */
  readonly beginAnew: () => void
}

export interface Outcome {
  readonly rows: readonly WrittenRow[]
  /** Why it does not call itself complete. */
  readonly unfinished: string | null
}

export type Exporter = (trial: Trial) => Promise<Outcome>

export const contentFields = ['id', 'date_created', 'user_id'] as const

export function contentOf(row: Readonly<Record<string, unknown>>): string {
  return contentFields.map((name) => (typeof row[name] === 'string' ? row[name] : '')).join('|')
}

const start = Date.UTC(2026, 10, 24, 12)

/** What a trial was like. */
export interface Judged extends Verdict {
  readonly rows: number
  readonly requests: number
  readonly restarts: number
  /** Of the list, while the export ran. */
  readonly changes: number
}

export async function runTrial(seed: number, exporter: Exporter): Promise<Judged> {
  const random = new Random(seed)
  const clock = createTestClock(start, 4)
  const sandbox = createSandbox({
    size: 0,
    liveEvery: 0,
    rate: null,
    clock: () => clock.now(),
    skipCeiling: 400,
    seed,
  })
  const { truth } = sandbox
  const span: Span = { start: start / 1000 - 40 * 86_400, end: start / 1000 }
  const pageRows = 4 + (random.next() % 7)
  const stream = streamOf(random, span, pageRows)
  const edges = [stream.from?.at, stream.until?.at, ...weeks(span)].filter((at) => at !== undefined)
  const moments = [...someMoments(random, span, 80 + (random.next() % 140), 4 * pageRows), ...aroundEdges(edges)]
  const present = [
    ...truth.insert(...moments.map((dateCreated) => ({ dateCreated }))),
    ...truth.insert(...meetingsToCome(random).map((dateCreated) => ({ type: 'Meeting' as const, dateCreated }))),
  ]
  const watch = createWatch(truth, stream)

  const trouble = createTrouble(random)
  let asked = 0
  let restarts = 2
  const lifetime = () => 2 + (random.next() % Math.ceil((0.45 * moments.length) / pageRows))
  let dies = lifetime()
  let life = new AbortController()

  // The first answer says what there was at the beginning, so the list keeps still until it has come.
  let firstAsked: string | null = null
  let isMoving = false

  async function answer(request: Request): Promise<Response> {
    asked += 1
    firstAsked ??= request.url
    isMoving ||= request.url !== firstAsked
    if (restarts > 0 && asked >= dies) {
      restarts -= 1
      dies = asked + lifetime()
      life.abort(new Error('the program ended'))
    }
    const response = trouble(async () => watch.serve(await sandbox.fetch(request)))
    return response.finally(() => isMoving && change(random, truth, span, present, Math.floor(clock.now() / 1000)))
  }

  const client = createCloseClient({
    fetch: clock.holding(answer),
    baseUrl: 'http://localhost/sandbox/api/v1',
    credential: () => ({ kind: 'api-key', secret: 'api_sandbox' }),
    clock,
    random: () => random.unit(),
  })
  watch.begin(clock.now())
  const { rows, unfinished } = await exporter({
    client,
    clock,
    stream,
    pageRows,
    random,
    life: () => life.signal,
    revive() {
      life = new AbortController()
    },
    beginAnew() {
      firstAsked = null
      isMoving = false
      watch.begin(clock.now())
    },
  })
  const verdict = judge(rows, unfinished, watch.world())
  return { ...verdict, rows: rows.length, requests: asked, restarts: 2 - restarts, changes: watch.changes() }
}

/** Where an exporter by weeks has its edges. */
export function weeks({ end }: Pick<Span, 'end'>): readonly number[] {
  const today = Math.floor(end / 86_400) * 86_400
  return [1, 8, 15, 22, 29, 36].map((days) => today - days * 86_400)
}

/** Dated to when they begin, they come first, and arrivals come below them. */
function meetingsToCome(random: Random): readonly string[] {
  const count = random.next() % 3 === 0 ? 20 + (random.next() % 50) : 0
  return Array.from({ length: count }, (_, index) => momentText(start / 1000 + 86_400 + index * 3600, 0))
}

function streamOf(random: Random, { start: first, end }: Span, pageRows: number): Stream {
  const edges = random.next() % 4
  const inclusive = random.next() % 2 === 0
  return {
    path: '/activity/',
    parameters: [],
    sort: 'date_created',
    from: edges % 2 === 0 ? null : { at: first + 5 * 86_400, inclusive },
    until: edges < 2 ? null : { at: end - 2 * 86_400, inclusive: !inclusive },
    limit: pageRows,
  }
}

/** What the sandbox knows from the beginning of the export on. */
function createWatch(truth: ReturnType<typeof createSandbox>['truth'], { from, until }: Stream) {
  const served = new Map<string, Set<string>>()
  let before: readonly Fact[] = []
  let changesBefore = 0
  let beganAt = 0

  const matches = ({ created, type }: Fact) =>
    type !== 'EmailThread' &&
    (from === null || (from.inclusive ? created >= from.at * 1e6 : created > from.at * 1e6)) &&
    (until === null || (until.inclusive ? created <= until.at * 1e6 : created < until.at * 1e6))

  return {
    begin(now: number) {
      before = truth.all().filter(matches)
      changesBefore = truth.history.length
      beganAt = now
    },
    async serve(response: Response): Promise<Response> {
      const text = await response.text()
      const body: { data?: Record<string, unknown>[] } = JSON.parse(text)
      for (const row of body.data ?? []) {
        const id = String(row['id'])
        served.set(id, (served.get(id) ?? new Set()).add(contentOf(row)))
      }
      return new Response(text, response)
    },
    changes: () => truth.history.length - changesBefore,
    world(): World {
      const changes = truth.history.slice(changesBefore)
      const gone = new Set(changes.filter(({ change: what }) => what === 'remove').map(({ id }) => id))
      // What is dated after the beginning came later, whenever it was seen.
      const isLate = ({ created, type }: Fact) =>
        type !== 'Meeting' && created >= (Math.floor(beganAt / 1000) + 1) * 1e6
      const came = changes.flatMap(({ after }) => (after && matches(after) && !isLate(after) ? [after.id] : []))
      const lasting = before.filter((fact) => !gone.has(fact.id) && !isLate(fact))
      return {
        must: new Set(lasting.map(({ id }) => id)),
        may: new Set([...before.map(({ id }) => id), ...came]),
        served,
      }
    },
  }
}
