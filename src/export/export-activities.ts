/** Writes every activity of a plan to a file, whatever is on screen. */
import { inBackground } from '#client/in-background.ts'
import { fieldsFor, toColumns, type Column, type ColumnContext } from '#core/activity/columns.ts'
import { toRow } from '#core/activity/row.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { encodeLine, prologue, type CsvLine } from '#core/csv/encode.ts'
import { csvFields, type CsvField } from '#core/csv/fields.ts'
import { maxLimit, type ActivityQuery } from '#core/query/activity-query.ts'
import { describeRefinements } from '#core/query/describe-refinements.ts'
import { linesPlan, type ConversationLines, type LinesPlan } from '#core/query/conversation-lines.ts'
import type { Stream } from '#core/query/plan-types.ts'
import { formatInstant, parseTimestamp } from '#core/query/timestamp.ts'
import type { AnomalyKind } from '#core/query/walk.ts'
import { createExportNames } from './export-names.ts'
import { fileNameOf, partialName } from './file-name.ts'
import { pull, type Pulled } from './pull.ts'
import type { ExportNeeds } from './needs.ts'
import { questionOf } from './question.ts'
import { noProgress, type Progress, type Receipt } from './receipt.ts'
import { refinedBy } from './refined.ts'
import type { Sink } from './sink.ts'

export type { ReadyPlan } from '#core/query/plan.ts'
export type { ExportNeeds } from './needs.ts'

/** Counts so far. */
interface Tally {
  rows: number
  requests: number
  duplicates: number
  late: number
  refined: number
  replaced: number
  cut: number
  first: string | null
  last: string | null
  readonly anomalies: Map<AnomalyKind, number>
}

/** After these, rows may be missing that nothing shows. */
const doubts: { readonly [K in AnomalyKind]?: string } = {
  stalled: 'Close kept promising more activities and sent none.',
  'outside-bounds': 'Close sent activities outside the period asked for, so the rest could not be asked for safely.',
  'out-of-order': 'Close sent activities out of order, so it cannot be shown that none is missing.',
}

/**
 * Walks the whole plan as of now and writes it, in whole lines. Never rejects: an abort, an error of Close's, or one of the
 * sink's ends in a receipt that says `partial` and why, over a file that holds what was written until then.
 */
export async function exportActivities(needs: ExportNeeds): Promise<Receipt> {
  const { plan, query, context, sink, signal, clock } = needs
  const startedAt = clock.now()
  const tally = newTally()
  let stopped: unknown = null
  try {
    await write({ ...needs, client: inBackground(needs.client) }, startedAt, tally)
  } catch (error) {
    stopped = error ?? new Error('stopped')
  }
  const why = stopped === null ? doubtOf(tally) : reasonOf(stopped, signal)
  const lead = query.leadIds.length === 1 ? context.names.lead(query.leadIds[0] ?? '') : undefined
  const whole = fileNameOf({ query, stream: plan.streams[0], timeZone: context.timeZone, takenAt: startedAt, lead })
  const receipt: Receipt = {
    ...tally,
    refinements: describeRefinements(query, context.names).map(({ text }) => text),
    status: why === null ? 'complete' : 'partial',
    why,
    error: stopped,
    anomalies: [...tally.anomalies].map(([kind, count]) => ({ kind, count })),
    asOf: formatInstant(Math.floor(startedAt / 1000)),
    fileName: why === null ? whole : partialName(whole),
    retries: 0,
    waits: 0,
    files: [],
    windows: [],
    verify: null,
    about: questionOf(needs),
  }
  return finish(sink, receipt)
}

async function finish(sink: Sink, receipt: Receipt): Promise<Receipt> {
  try {
    return { ...receipt, fileName: await sink.finish(receipt.fileName) }
  } catch (error) {
    const why = receipt.why ?? `The file could not be finished: ${wordsOf(error)}`
    return { ...receipt, status: 'partial', why, error: receipt.error ?? error }
  }
}

async function write(needs: ExportNeeds, startedAt: number, tally: Tally): Promise<void> {
  const columns = identified(needs.columns)
  const { client, plan, query, context, sink, signal, onProgress, clock } = needs
  const profile = needs.profile === 'jsonl' ? 'exact' : needs.profile
  const { names, learn } = createExportNames(client, context.names, columns)
  const fields = csvFields(columns, profile, { ...context, names })
  const [first, ...others] = plan.streams.map((stream) => plannedLines(stream, needs.lines))
  if (!first) return
  const refined = refinedBy(query, first.stream)
  const parameter = fieldsParameter(query, columns, { lines: needs.lines, also: refined?.fields ?? [] })
  const streams = [
    prepared(first.stream, parameter),
    ...others.map(({ stream }) => prepared(stream, parameter)),
  ] as const
  const threads = await threadIds(needs, first, tally)
  await sink.write(
    prologue(profile) +
      counted(
        encodeLine(
          fields.map(({ header }) => header),
          profile,
        ),
        tally,
      ),
  )

  let asOf: number | null = null
  for await (const pulled of pull(client, streams, signal)) {
    asOf ??= startOf(pulled, startedAt)
    const all = pulled.activities.filter((activity) => first.isLine(activity, threads))
    const lines = refined ? all.filter(refined.keeps) : all
    tally.refined += all.length - lines.length
    const activities = lines.filter((activity) => !isLate(activity, asOf ?? 0))
    const exported = activities.map((wire, index) => ({ wire, row: toRow(wire, tally.rows + index) }))
    await learn(
      exported.map(({ row }) => row),
      signal,
    )
    const texts = exported.map((activity) => counted(encodeLine(cellsOf(fields, activity), profile), tally))
    if (texts.length > 0) await sink.write(texts.join(''))
    count(tally, { ...pulled, activities: lines }, activities, context.sort)
    onProgress(progressOf(tally, clock.now() - startedAt))
  }
}

function plannedLines(stream: Stream, lines: ConversationLines | undefined): LinesPlan {
  return lines === undefined ? { stream, threads: null, isLine: () => true } : linesPlan(stream, lines)
}

/** Walks the threads first where a line depends on them: their messages may come before them. */
async function threadIds(
  { client, signal }: ExportNeeds,
  { threads }: LinesPlan,
  tally: Tally,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  if (!threads) return ids
  for await (const { activities, requests } of pull(
    client,
    [prepared(threads, 'id,_type,date_created,activity_at')],
    signal,
  )) {
    tally.requests += requests
    for (const { id, _type: type } of activities) if (type === 'EmailThread' && typeof id === 'string') ids.add(id)
  }
  return ids
}

/** Rows of a file are compared and looked up by id, so it is written even where the table does not show it. */
function identified(columns: readonly Column[]): readonly Column[] {
  return columns.some(({ id }) => id === 'id') ? columns : [...columns, ...toColumns(['id'])]
}

function cellsOf(fields: readonly CsvField[], activity: Parameters<CsvField['cell']>[0]) {
  return fields.map(({ cell }) => cell(activity))
}

function counted({ text, changes }: CsvLine, tally: Tally): string {
  tally.replaced += changes.replaced
  tally.cut += changes.cut
  return text
}

/** Longer ones make addresses that servers refuse; without the parameter Close sends every field. */
const longestFields = 3000

function fieldsParameter(
  { resource }: ActivityQuery,
  columns: readonly Column[],
  { lines, also }: { lines: ConversationLines | undefined; also: readonly string[] },
): string | null {
  const wanted = fieldsFor(lines === 'messages' && resource === 'emailthread' ? 'email' : resource, columns)
  const fields = [...new Set([...wanted, ...(lines === undefined ? [] : ['thread_id']), ...also])].join(',')
  return fields.length > longestFields ? null : fields
}

/** The stream with the largest pages, asking only for what is written. */
function prepared(stream: Stream, fields: string | null): Stream {
  const others = stream.parameters.filter(([name]) => name !== '_fields')
  const parameters = fields === null ? others : [...others, ['_fields', fields] as const]
  return { ...stream, parameters, limit: maxLimit }
}

/**
 * The second that the export is as of. What the first answer holds was there at the start, so a clock that is behind
 * Close's moves up to it and hides nothing.
 */
function startOf({ activities }: Pulled, startedAt: number): number {
  return Math.max(Math.floor(startedAt / 1000), ...activities.map((activity) => createdAt(activity) ?? 0))
}

/** Whole seconds; null for a meeting, which is dated to when it begins. */
function createdAt(activity: WireActivity): number | null {
  const date = activity['date_created']
  if (activity['_type'] === 'Meeting' || typeof date !== 'string') return null
  return parseTimestamp(date)?.seconds ?? null
}

function isLate(activity: WireActivity, asOf: number): boolean {
  return (createdAt(activity) ?? 0) > asOf
}

function newTally(): Tally {
  const anomalies = new Map<AnomalyKind, number>()
  return {
    rows: 0,
    requests: 0,
    duplicates: 0,
    late: 0,
    refined: 0,
    replaced: 0,
    cut: 0,
    first: null,
    last: null,
    anomalies,
  }
}

function count(tally: Tally, pulled: Pulled, written: readonly WireActivity[], sort: ColumnContext['sort']) {
  const dates = [written[0], written.at(-1)].map((activity) => activity?.[sort])
  const [first = null, last = null] = dates.map((date) => (typeof date === 'string' ? date : null))
  tally.rows += written.length
  tally.requests += pulled.requests
  tally.duplicates += pulled.repeated
  tally.late += pulled.activities.length - written.length
  tally.first ??= first
  tally.last = last ?? tally.last
  for (const { kind, count: more } of pulled.anomalies) {
    tally.anomalies.set(kind, (tally.anomalies.get(kind) ?? 0) + more)
  }
}

function progressOf({ rows, requests, last }: Tally, elapsedMs: number): Progress {
  return { ...noProgress, rows, requests, reached: last, rowsPerSecond: elapsedMs > 0 ? (rows * 1000) / elapsedMs : 0 }
}

function doubtOf({ anomalies }: Tally): string | null {
  for (const kind of anomalies.keys()) {
    const doubt = doubts[kind]
    if (doubt !== undefined) return doubt
  }
  return null
}

function reasonOf(error: unknown, signal: AbortSignal): string {
  return signal.aborted ? 'The export was cancelled.' : wordsOf(error)
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
