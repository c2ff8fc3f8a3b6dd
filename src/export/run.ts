/** One run of an export: reading, writing, checkpoints, and the second reading. */
import type { NonEmpty, Stream } from '#core/query/plan-types.ts'
import { createAsking } from './asking.ts'
import { createAsOf } from './as-of.ts'
import type { Checkpoint, Rest, SavedWindow } from './checkpoint.ts'
import { createLines, type Page } from './lines.ts'
import type { ExportNeeds } from './needs.ts'
import { createProgressReport } from './progress-report.ts'
import { pull } from './pull.ts'
import { fingerprintOf } from './question.ts'
import { readingOf } from './reading.ts'
import type { FileReceipt, Receipt, VerifyReceipt, WindowProgress } from './receipt.ts'
import { restOf } from './resume.ts'
import { createWindows, type Part } from './run-windows.ts'
import { doubtOf, windowsDoubt } from './signs.ts'
import type { Taken } from './live-window.ts'
import { anomaliesOf, count, newTally, type Tally } from './tally.ts'
import { compare, createComparison } from './verify.ts'
import { usualTuning } from './windows.ts'
import { openWriter, type Writer } from './writer.ts'

export interface Run {
  readonly tally: Tally
  /** Rejects with what stopped it. */
  readonly write: () => Promise<void>
  /** Keeps how far it came. */
  readonly keep: () => Promise<void>
  /** What speaks against the whole of what was written. */
  readonly doubt: () => string | null
  readonly verify: () => Promise<VerifyReceipt | null>
  /** In place of a second reading that is not worth it. */
  readonly unverified: () => VerifyReceipt | null
  readonly contradiction: () => string | null
  readonly finish: (isPartial: boolean) => Promise<readonly FileReceipt[]>
  readonly counts: () => Pick<Receipt, 'requests' | 'retries' | 'waits'>
  readonly windows: () => readonly WindowProgress[]
  readonly asOf: () => number | null
}

const usualWorkers = 6

export function startRun(needs: ExportNeeds, startedAt: number, fileName: string): Run {
  const { saved, signal, gate, clock, client, context, sink } = needs
  const tuning = { ...usualTuning, ...needs.tuning }
  const tally = newTally(saved?.counts ?? null)
  const asOf = createAsOf(startedAt, saved?.asOf ?? null)
  const asking = createAsking({
    client,
    gate,
    organizationId: needs.organizationId ?? null,
    signal,
    onChange: () => progress.tell(),
  })
  const progress = createProgressReport({ clock, pacer: client.pacer, asking, tally, onProgress: needs.onProgress })
  const reading = readingOf(needs, tuning.pageRows)
  const [stream, ...others] = reading.streams
  const threads = new Set<string>()
  const lines = createLines({
    client: asking.client,
    needs,
    asOf,
    isLine: (activity) => reading.isLine(activity, threads),
    refined: reading.refined,
  })
  const comparison = needs.verify === true ? createComparison() : null
  const first = restOf(saved, stream)
  const written: SavedWindow[] = [...(saved?.windows ?? [])]
  let rest: Rest | null = first
  let writer: Writer | null = null
  let pagesSince = Infinity
  let keptAt = 0
  Object.assign(asking.counts, {
    requests: saved?.counts.requests ?? 0,
    retries: saved?.counts.retries ?? 0,
    waits: saved?.counts.waits ?? 0,
  })

  async function write(): Promise<void> {
    writer = await openWriter({
      sink,
      profile: needs.profile,
      head: lines.head.text,
      fileName,
      rowsPerFile: needs.rowsPerFile ?? null,
      saved: saved ?? null,
    })
    if (!saved) {
      tally.replaced += lines.head.replaced
      tally.cut += lines.head.cut
    }
    signal.throwIfAborted()
    const leave = [gate?.subscribe(progress.tell), client.pacer.subscribe(progress.tell)]
    try {
      await writer.write([])
      await learnThreads()
      if (others.length === 0) await writeWindows(writer)
      else await writeMerged(writer, reading.streams)
    } finally {
      for (const end of leave) end?.()
    }
  }

  async function learnThreads(): Promise<void> {
    if (!reading.threads) return
    for await (const { activities } of pull((request) => asking.page(request, signal), [reading.threads])) {
      for (const { id, _type: type } of activities)
        if (type === 'EmailThread' && typeof id === 'string') threads.add(id)
    }
  }

  function windowsOf<Value>(
    { stream, ...how }: { stream: Stream; prepare: (taken: Taken, signal: AbortSignal) => Promise<Value> },
    sizeOf: (value: Value) => number,
  ) {
    const { workers = usualWorkers } = needs
    const canCut = stream.sort === 'date_created' && workers > 1
    const before = how.prepare === undefined ? [] : written
    return createWindows<Value>({
      stream,
      rest: first,
      before: [...before],
      workers,
      canCut,
      tuning,
      signal,
      sizeOf,
      ask: asking.page,
      prepare: how.prepare,
      onChange: progress.tell,
    })
  }

  async function writeWindows(to: Writer): Promise<void> {
    const windows = windowsOf({ stream, prepare: lines.page }, sizeOf)
    progress.follow(() => ({ windows: windows.progress(), covered: windows.covered() }))
    for await (const part of windows.parts()) await take(to, part)
  }

  async function take(to: Writer, { value, rest: left, whole }: Part<Page>): Promise<void> {
    await to.write(value.lines)
    count(tally, value)
    for (const [id, date] of value.ids) comparison?.wrote(id, date)
    if (whole) written.push(whole)
    rest = left
    pagesSince += 1
    const isDue = pagesSince >= tuning.checkpointPages || clock.now() - keptAt >= tuning.checkpointMs
    if (left && isDue) await keep()
    progress.tell()
  }

  async function writeMerged(to: Writer, streams: NonEmpty<Stream>): Promise<void> {
    rest = null
    for await (const pulled of pull((request) => asking.page(request, signal), streams)) {
      const page = await lines.page(pulled, signal)
      await to.write(page.lines)
      count(tally, page)
      for (const [id, date] of page.ids) comparison?.wrote(id, date)
      progress.tell()
    }
  }

  async function keep(): Promise<void> {
    const second = asOf.second()
    if (!writer || !rest || second === null) return
    const { bytes, fileRows, files } = await writer.commit()
    pagesSince = 0
    keptAt = clock.now()
    const checkpoint: Checkpoint = {
      version: 1,
      question: fingerprintOf(needs),
      organizationId: needs.organizationId ?? null,
      startedAt,
      asOf: second,
      bytes,
      fileRows,
      files,
      rest,
      windows: [...written],
      counts: { ...tally, ...asking.counts, anomalies: anomaliesOf(tally) },
    }
    await needs.onCheckpoint?.(checkpoint)
  }

  async function verify(): Promise<VerifyReceipt | null> {
    if (!comparison) return null
    const before = asking.counts.requests
    progress.verifying()
    progress.tell()
    const tallied = newTally(null)
    try {
      await readAgain(tallied)
    } catch (error) {
      return comparison.receipt(requestsSince(before), error instanceof Error ? error.message : String(error))
    }
    const why = doubtOf(tallied) ?? (saved ? 'What was written before the interruption was not read again.' : null)
    return comparison.receipt(requestsSince(before), why)
  }

  /** They are told apart from those of the export itself. */
  function requestsSince(before: number): number {
    const requests = asking.counts.requests - before
    asking.counts.requests = before
    return requests
  }

  async function readAgain(tallied: Tally): Promise<void> {
    const hear = ({ activities, anomalies }: Pick<Taken, 'activities' | 'anomalies'>) => {
      for (const { kind, count: times } of anomalies) tallied.anomalies.set(kind, times)
      const again = activities.filter(
        (activity) =>
          reading.isLine(activity, threads) && (reading.refined?.keeps(activity) ?? true) && !asOf.isLate(activity),
      )
      if (comparison) compare(comparison, again, context.sort)
    }
    if (others.length > 0) {
      for await (const pulled of pull((request) => asking.page(request, signal), reading.bare)) hear(pulled)
      return
    }
    const windows = windowsOf({ stream: reading.bare[0], prepare: async (taken) => hear(taken) }, () => 0)
    for await (const part of windows.parts()) if (part.whole) progress.tell()
  }

  return {
    tally,
    write,
    keep,
    verify,
    unverified: () => comparison?.receipt(0, 'The export itself is not complete.') ?? null,
    doubt: () => (others.length > 0 ? null : windowsDoubt(written, tally)),
    contradiction: () => writer?.contradiction() ?? null,
    finish: (isPartial) => writer?.finish(isPartial) ?? noFile(isPartial),
    counts: () => asking.counts,
    windows: progress.windows,
    asOf: asOf.second,
  }

  /** Refused before anything was opened: the sink is only closed. */
  async function noFile(isPartial: boolean): Promise<readonly FileReceipt[]> {
    const opened = await openWriter({
      sink,
      fileName,
      profile: needs.profile,
      head: '',
      rowsPerFile: null,
      saved: null,
    })
    return opened.finish(isPartial)
  }
}

/** What a page takes while it waits; an empty one is not nothing. */
function sizeOf({ lines }: Page): number {
  return lines.reduce((sum, line) => sum + line.length, 100)
}
