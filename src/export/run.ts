/** One run of an export: reading, writing, checkpoints, and the second reading. */
import type { NonEmpty, Stream } from '#core/query/plan-types.ts'
import { createAsking } from './asking.ts'
import { createAsOf } from './as-of.ts'
import type { Checkpoint, Rest, SavedWindow } from './checkpoint.ts'
import { partialName } from './file-name.ts'
import { createLines, type Page } from './lines.ts'
import type { ExportNeeds } from './needs.ts'
import { createProgressReport } from './progress-report.ts'
import { pull } from './pull.ts'
import { fingerprintOf } from './question.ts'
import { readingOf } from './reading.ts'
import type { FileReceipt, Receipt, VerifyReceipt, WindowProgress } from './receipt.ts'
import { restOf } from './resume.ts'
import { createWindows, type Part } from './run-windows.ts'
import { createSecondReading, type Hear } from './second-reading.ts'
import { windowsDoubt } from './signs.ts'
import type { Taken } from './live-window.ts'
import { anomaliesOf, count, newTally, type Tally } from './tally.ts'
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
  const second =
    needs.verify === true
      ? createSecondReading({
          asking,
          sort: context.sort,
          isResumed: saved !== undefined,
          belongs: (activity) =>
            reading.isLine(activity, threads) && (reading.refined?.keeps(activity) ?? true) && !asOf.isLate(activity),
          read: readAgain,
        })
      : null
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
    of: Stream,
    prepare: (taken: Taken, signal: AbortSignal) => Promise<Value>,
    sizeOf: (value: Value) => number,
  ) {
    const { workers = usualWorkers } = needs
    return createWindows<Value>({
      stream: of,
      rest: first,
      before: [...written],
      workers,
      canCut: of.sort === 'date_created' && workers > 1,
      tuning,
      signal,
      ask: asking.page,
      prepare,
      sizeOf,
      onChange: progress.tell,
    })
  }

  async function writeWindows(to: Writer): Promise<void> {
    const windows = windowsOf(stream, lines.page, sizeOf)
    progress.follow(() => ({ windows: windows.progress(), covered: windows.covered() }))
    for await (const part of windows.parts()) await take(to, part)
  }

  async function take(to: Writer, { value, rest: left, whole }: Part<Page>): Promise<void> {
    await to.write(value.lines)
    count(tally, value)
    second?.wrote(value)
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
      second?.wrote(page)
      progress.tell()
    }
  }

  async function keep(): Promise<void> {
    const moment = asOf.second()
    if (!writer || !rest || moment === null) return
    const { bytes, fileRows, files } = await writer.commit()
    pagesSince = 0
    keptAt = clock.now()
    const checkpoint: Checkpoint = {
      version: 1,
      question: fingerprintOf(needs),
      organizationId: needs.organizationId ?? null,
      startedAt,
      asOf: moment,
      bytes,
      fileRows,
      files,
      rest,
      windows: [...written],
      counts: { ...tally, ...asking.counts, anomalies: anomaliesOf(tally) },
    }
    await needs.onCheckpoint?.(checkpoint)
  }

  async function readAgain(hear: Hear): Promise<void> {
    progress.verifying()
    progress.tell()
    if (others.length > 0) {
      for await (const pulled of pull((request) => asking.page(request, signal), reading.bare)) hear(pulled)
      return
    }
    const windows = windowsOf(
      reading.bare[0],
      async (taken) => hear(taken),
      () => 0,
    )
    for await (const part of windows.parts()) if (part.whole) progress.tell()
  }

  return {
    tally,
    write,
    keep,
    verify: async () => (second ? second.verify() : null),
    unverified: () => second?.unverified() ?? null,
    doubt: () => (others.length > 0 ? null : windowsDoubt(written, tally)),
    contradiction: () => writer?.contradiction() ?? null,
    finish: (isPartial) => writer?.finish(isPartial) ?? noFile(isPartial),
    counts: () => asking.counts,
    windows: progress.windows,
    asOf: asOf.second,
  }

  /** Stopped before anything was opened: what an earlier run has left stays as it is. */
  async function noFile(isPartial: boolean): Promise<readonly FileReceipt[]> {
    const name = await sink.finish(isPartial ? partialName(fileName) : fileName)
    const { bytes = 0, fileRows = 0, files = [] } = saved ?? {}
    return [...files, { name, bytes, rows: fileRows, sha256: null }]
  }
}

/** What a page takes while it waits; an empty one is not nothing. */
function sizeOf({ lines }: Page): number {
  return lines.reduce((sum, line) => sum + line.length, 100)
}
