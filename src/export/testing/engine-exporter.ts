/** The exporter of this program as a trial runs it: killed and gone on with, in whatever sizes the seed says. */
import { createHash } from 'node:crypto'
import { toColumns } from '#core/activity/columns.ts'
import { idOnlyNames } from '#core/activity/names.ts'
import { parseCsv } from '#core/csv/rfc4180.test-support.ts'
import { emptyQuery } from '#core/query/activity-query.ts'
import type { Checkpoint } from '#export/checkpoint.ts'
import { exportActivities, type ExportNeeds } from '#export/export-activities.ts'
import { createMemorySink } from '#export/memory-sink.ts'
import type { Receipt } from '#export/receipt.ts'
import type { Sink } from '#export/sink.ts'
import { contentFields, type Outcome, type Trial } from './trial.ts'

/** What survives the end of the program. */
interface Kept {
  readonly saved: Checkpoint
  readonly whole: readonly string[]
  readonly present: string
}

/** Lives that end by an error of Close's, beside the restarts of the trial, before it is given up. */
const patience = 20

export async function engineExporter(trial: Trial): Promise<Outcome> {
  const { random, clock, client, stream, pageRows } = trial
  const how: Partial<ExportNeeds> = {
    workers: 1 + (random.next() % 6),
    ...(random.next() % 3 === 0 && { rowsPerFile: 20 + (random.next() % 60) }),
    profile: random.next() % 3 === 0 ? 'jsonl' : 'exact',
    tuning: {
      pageRows,
      windowPages: 2 + (random.next() % 4),
      leastPages: 1 + (random.next() % 2),
      checkpointPages: 1 + (random.next() % 5),
      checkpointMs: Infinity,
      waiting: random.next() % 4 === 0 ? 500 : 1e6,
    },
  }
  const disk: { kept: Kept | null } = { kept: null }
  for (let life = 0; life < patience; life += 1) {
    const before = disk.kept
    const isKilled = random.next() % 2 === 0
    const signal = trial.life()
    const sink = createMemorySink(before?.present)
    const slow = random.next() % 2 === 0 ? 40 : 1
    const write: Sink['write'] = async (data) => {
      // A slow disk: what is read and not yet written is lost with the program.
      for (let turns = random.next() % slow; turns > 0; turns -= 1) await new Promise(setImmediate)
      await sink.write(data)
    }
    const wholeBefore = before?.whole ?? []
    const receipt = await exportActivities({
      client,
      clock,
      plan: { status: 'ready', streams: [stream] },
      query: emptyQuery,
      columns: toColumns(contentFields),
      profile: 'exact',
      context: { names: idOnlyNames, timeZone: 'UTC', locale: 'en', sort: 'date_created' },
      sink: { ...sink, write },
      signal,
      onProgress: () => {},
      ...how,
      ...(before && { saved: before.saved }),
      async onCheckpoint(checkpoint) {
        // Who is killed keeps nothing more.
        if (isKilled && signal.aborted) return
        const saved: Checkpoint = JSON.parse(JSON.stringify(checkpoint))
        const whole = [...wholeBefore, ...sink.files().map(({ text }) => text)].slice(0, saved.files.length)
        disk.kept = { saved, whole, present: Buffer.from(sink.present()).subarray(0, saved.bytes).toString() }
      },
    })
    if (receipt.status === 'complete')
      return outcomeOf(receipt, [...wholeBefore, ...sink.files().map(({ text }) => text)])
    if (signal.aborted) trial.revive()
    else if (receipt.error === null) return { rows: [], unfinished: receipt.why }
    if (!disk.kept) trial.beginAnew()
  }
  return { rows: [], unfinished: 'given up' }
}

function outcomeOf({ files, rows }: Receipt, texts: readonly string[]): Outcome {
  const written = texts.flatMap(rowsOf)
  const hashes = texts.map((text) => createHash('sha256').update(text).digest('hex'))
  const isTold =
    written.length === rows &&
    files.length === texts.length &&
    files.every(
      ({ sha256, bytes }, index) => sha256 === hashes[index] && bytes === Buffer.byteLength(texts[index] ?? ''),
    )
  return { rows: written, unfinished: isTold ? null : 'the receipt is not about these files' }
}

function rowsOf(text: string): Outcome['rows'] {
  const records = text.startsWith('{') ? linesOf(text) : parseCsv(text).slice(1)
  return records.map((cells) => ({ id: cells[0] ?? '', content: cells.join('|') }))
}

function linesOf(text: string): readonly (readonly string[])[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => Object.values<string | null>(JSON.parse(line)).map((value) => value ?? ''))
}
