/** `close-activities export` */
import { createCloseClient, type CloseClient } from '#client/close-client.ts'
import { fetchMe } from '#client/directory.ts'
import { CloseError } from '#client/errors.ts'
import type { Credential } from '#client/credential.ts'
import { showsConversations } from '#core/query/plan.ts'
import { serializeSearch } from '#core/query/search-params.ts'
import { version } from '#core/version.ts'
import type { Checkpoint } from '#export/checkpoint.ts'
import { fetchDirectory } from '#export/directory-names.ts'
import { exportActivities, type ExportNeeds } from '#export/export-activities.ts'
import { receiptJson } from '#export/receipt-json.ts'
import { lastLine, type Receipt } from '#export/receipt.ts'
import type { Sink } from '#export/sink.ts'
import { systemClock } from '#lib/clock.ts'
import { apiBase } from './api-base.ts'
import { chosenColumns, refusalOfColumns } from './choose-columns.ts'
import { credentialFromEnv } from './credential-from-env.ts'
import { exitStatus, type ExitStatus } from './exit-status.ts'
import {
  exportFiles,
  forgetCheckpoint,
  openFileSink,
  saveCheckpoint,
  saveReceipt,
  startOf,
  type ExportFiles,
} from './export-files.ts'
import type { Io } from './io.ts'
import type { ExportOptions } from './options.ts'
import { createProgressLine } from './progress-line.ts'
import { readLink, type ReadLink } from './read-link.ts'
import { createStreamSink } from './stream-sink.ts'

type Ready = Extract<ReadLink, { status: 'ready' }>

/** Everything that was decided before the first request. */
interface Job {
  readonly options: ExportOptions
  readonly link: Ready
  readonly files: ExportFiles | null
  readonly saved: Checkpoint | null
  readonly client: CloseClient
}

export async function exportCommand(options: ExportOptions, io: Io): Promise<ExitStatus> {
  const job = prepare(options, io)
  if ('status' in job) {
    io.err(`${job.lines.join('\n')}\n`)
    return job.status
  }
  for (const note of job.link.notes) io.err(`${note}\n`)
  try {
    return await run(job, io)
  } catch (error) {
    io.err(`${wordsOf(error, io.signal)}\n`)
    return statusOf(error)
  }
}

interface Refusal {
  readonly status: ExitStatus
  readonly lines: readonly string[]
}

function prepare(options: ExportOptions, io: Io): Job | Refusal {
  const bad = (...lines: readonly string[]): Refusal => ({ status: exitStatus.badQuery, lines })
  const baseUrl = apiBase(options.api)
  if (baseUrl === null)
    return bad('--api must be an https address, such as https://api.close.com; http is for this machine only.')
  const strange = refusalOfColumns(options.columns)
  if (strange !== null) return bad(strange)
  const files = options.out === null ? null : exportFiles(options.out)
  const start = files ? startOf(files, options) : { status: 'begin' as const, saved: null }
  if (start.status === 'refused') return bad(start.reason)
  // A relative period means what it meant when the export began.
  const now = start.saved?.startedAt ?? systemClock.now()
  const link = readLink(options.link, { timeZone: io.timeZone, now })
  if (link.status === 'refused') return bad(...link.lines)
  const found = credentialFromEnv(io.env)
  if (found.status === 'missing') return { status: exitStatus.notAuthorized, lines: [found.reason] }
  return { options, link, files, saved: start.saved, client: connect(baseUrl, found.credential) }
}

function connect(baseUrl: string, credential: Credential): CloseClient {
  return createCloseClient({
    fetch: (request) => fetch(request),
    baseUrl,
    credential: () => credential,
    clock: systemClock,
    headers: { 'user-agent': `close-activities/${version}` },
  })
}

async function run(job: Job, io: Io): Promise<ExitStatus> {
  const { options, link, files, saved, client } = job
  const { signal } = io
  const { query, plan } = link
  const me = await fetchMe(client, signal)
  const { names, types } = await fetchDirectory(client, signal)
  const line = createProgressLine(io.err, io.isTerminal, () => systemClock.now())
  const needs: ExportNeeds = {
    client,
    plan,
    query,
    columns: chosenColumns(options.columns, query, types),
    profile: options.profile,
    ...(showsConversations(query) && { lines: options.lines }),
    ...(options.columns === 'all' && { others: true }),
    context: { names, timeZone: query.timeZone ?? io.timeZone, locale: 'en', sort: query.sort },
    sink: await openSink(job, io),
    signal,
    onProgress: line.show,
    clock: systemClock,
    ...(files && { onCheckpoint: (checkpoint: Checkpoint) => saveCheckpoint(files, checkpoint) }),
    ...(saved && { saved }),
    verify: options.verify,
    organizationId: me.organization.id === '' ? null : me.organization.id,
    search: serializeSearch(query),
    toolVersion: version,
  }
  const receipt = await exportActivities(needs)
  line.clear()
  await leave(receipt, files, io)
  return receipt.status === 'complete' ? exitStatus.complete : statusOf(receipt.error)
}

function openSink({ files, saved }: Job, io: Io): Promise<Sink> {
  return files ? openFileSink(files, saved) : Promise.resolve(createStreamSink(io.out))
}

/** The receipt, where it belongs, and one line for the reader. */
async function leave(receipt: Receipt, files: ExportFiles | null, io: Io): Promise<void> {
  const text = receiptJson(receipt)
  if (!files) return io.err(text)
  await saveReceipt(files, text)
  if (receipt.status === 'complete') forgetCheckpoint(files)
  io.err(`${receipt.fileName}: ${lastLine(receipt, 'en')}\n`)
}

function statusOf(error: unknown): ExitStatus {
  const isRefused = error instanceof CloseError && (error.kind === 'unauthorized' || error.kind === 'forbidden')
  return isRefused ? exitStatus.notAuthorized : exitStatus.partial
}

function wordsOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'Stopped before anything was written.'
  return error instanceof Error ? error.message : String(error)
}
