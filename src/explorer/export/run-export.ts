/** Starts the page's export, steers it, and hands over what it wrote. */
import type { RequestLog } from '#client/request-log.ts'
import type { Checkpoint } from '#export/checkpoint.ts'
import { deliver, readingMs } from '#export/delivery/deliver.ts'
import { mediaTypes, type Target } from '#export/delivery/target.ts'
import type { ExportJob, NamesData } from '#export/job.ts'
import { receiptJson, receiptName } from '#export/receipt-json.ts'
import { noProgress, type Receipt } from '#export/receipt.ts'
import { discard, findLeftovers, type Leftover, settle } from '#export/staging/leftovers.ts'
import type { StagedFile } from '#export/staging/stage.ts'
import { basePaths, sandboxCredential } from '#explorer/connection/access.ts'
import type { Connection } from '#explorer/connection/connection.ts'
import { exportState, setExportState, setLeftovers } from './export-store.ts'
import type { FromWorker } from './worker/messages.ts'
import { type ExportWorker, startWorker } from './worker/start-worker.ts'

export interface Order {
  readonly job: ExportJob
  readonly saved: Checkpoint | null
  readonly names: NamesData
  readonly target: Target
  readonly connection: Connection
  /** Where its requests are told; null while nobody is connected. */
  readonly log: RequestLog | null
  /** Only puts what an earlier visit wrote into a file. */
  readonly onlyEnd?: boolean
}

interface Run {
  readonly order: Order
  readonly worker: ExportWorker
  readonly leave: () => void
  cancelled: boolean
  /** Once it has ended. */
  files: readonly StagedFile[]
  lasts: boolean
}

let run: Run | null = null

function askBeforeLeaving(event: BeforeUnloadEvent) {
  event.preventDefault()
}

/** Does nothing while another one runs. */
export function startExport(order: Order): void {
  const { status } = exportState()
  if (status === 'running' || status === 'saving') return
  const { job, saved, names, connection, onlyEnd = false } = order
  const { source } = job.query
  const worker = startWorker(hear)
  const leave = source === 'close' ? connection.subscribe(() => reconnect(order, worker)) : () => undefined
  run = { order, worker, leave, cancelled: onlyEnd, files: [], lasts: false }
  setLeftovers([])
  setExportState({
    status: 'running',
    scope: job.scope,
    progress: { ...noProgress, rows: saved?.counts.rows ?? 0, reached: saved?.counts.last ?? null },
    pausing: false,
    refused: null,
    isClose: source === 'close',
  })
  addEventListener('beforeunload', askBeforeLeaving)
  const credential = source === 'sandbox' ? sandboxCredential : connection.lend()
  worker.send({ kind: 'start', job, saved, names, baseUrl: basePaths[source], credential, onlyEnd })
}

function hear(message: FromWorker) {
  const state = exportState()
  switch (message.kind) {
    case 'progress':
      if (state.status === 'running') setExportState({ ...state, progress: message.progress })
      return
    case 'asked':
      return run?.order.log?.adopt(message.exchange)
    case 'ended':
      return void end(message)
    case 'failed':
      stop()
      return setExportState({ status: 'failed', scope: run?.order.job.scope ?? '', reason: message.reason })
    case 'ready':
  }
}

function stop() {
  run?.worker.end()
  run?.leave()
  removeEventListener('beforeunload', askBeforeLeaving)
}

async function end({ receipt, files, lasts }: Extract<FromWorker, { kind: 'ended' }>): Promise<void> {
  if (!run) return
  const { job, target } = run.order
  run.worker.end()
  run.leave()
  run.files = files
  run.lasts = lasts
  setExportState({ status: 'saving', scope: job.scope, receipt })
  await save(run, receipt, target)
  removeEventListener('beforeunload', askBeforeLeaving)
}

/** Puts the files where they are wanted, with the receipt beside them where that is a folder. */
async function save({ order, files, lasts }: Run, receipt: Receipt, target: Target): Promise<void> {
  const { job } = order
  const isPartial = receipt.status === 'partial'
  const canGoOn = isPartial && lasts && !order.onlyEnd
  try {
    const names = await deliver({ target, files, mediaType: mediaTypes[job.profile], isPartial })
    const named = withNames(receipt, names)
    if (target.kind === 'folder') await deliver(receiptDelivery(named, target))
    if (!canGoOn) void settle(job.id)
    if (!canGoOn) setTimeout(() => void discard(job.id), target.kind === 'download' ? readingMs : 0)
    setExportState({ status: 'ended', scope: job.scope, receipt: named, unsaved: null, canGoOn })
  } catch (error) {
    const unsaved = error instanceof Error ? error.message : 'The file could not be written.'
    setExportState({ status: 'ended', scope: job.scope, receipt, unsaved, canGoOn })
  }
}

function withNames(receipt: Receipt, names: readonly string[]): Receipt {
  const files = receipt.files.map((file, index) => ({ ...file, name: names[index] ?? file.name }))
  return { ...receipt, fileName: names.at(-1) ?? receipt.fileName, files }
}

function receiptDelivery(receipt: Receipt, target: Target) {
  const content = new Blob([receiptJson(receipt)], { type: 'application/json' })
  const name = receiptName(receipt.files[0]?.name ?? receipt.fileName)
  return { target, files: [{ name, content }], mediaType: 'application/json', isPartial: false }
}

/** Saves it as a download of its own. */
export function downloadReceipt(receipt: Receipt): void {
  void deliver(receiptDelivery(receipt, { kind: 'download' }))
}

/** Once more, as downloads, after they could not be put where they were wanted. */
export async function downloadFiles(): Promise<void> {
  const state = exportState()
  if (run && state.status === 'ended') await save(run, state.receipt, { kind: 'download' })
}

/** The new connection goes on with it, if it is one to the same organization. */
function reconnect({ job, connection }: Order, worker: ExportWorker) {
  const state = exportState()
  if (state.status !== 'running') return
  const now = connection.getSnapshot()
  const begun = job.organization
  const isOther = now.status === 'connected' && begun !== null && now.organizationId !== begun.id
  worker.send({ kind: 'credential', credential: isOther ? null : connection.lend() })
  if (now.status !== 'connected') return
  const refused = isOther
    ? `This key belongs to ${now.organization}; the export was begun in ${begun.name}. Connect to that one to go on.`
    : null
  setExportState({ ...state, refused })
  if (!isOther && state.progress.reason !== null) worker.send({ kind: 'resume' })
}

export function pauseExport(): void {
  const state = exportState()
  if (state.status === 'running') setExportState({ ...state, pausing: true })
  run?.worker.send({ kind: 'pause' })
}

export function resumeExport(): void {
  const state = exportState()
  if (state.status === 'running') setExportState({ ...state, pausing: false })
  run?.worker.send({ kind: 'resume' })
}

export function cancelExport(): void {
  if (run) run.cancelled = true
  run?.worker.send({ kind: 'cancel' })
}

/** Makes room for another export. What can go on is offered again, unless it was cancelled. */
export function forgetExport(): void {
  const { status } = exportState()
  if (status !== 'ended' && status !== 'failed') return
  const left = run
  run = null
  setExportState({ status: 'idle' })
  void forgetCancelled(left).then(lookForLeftovers)
}

async function forgetCancelled(left: Run | null): Promise<void> {
  if (!left?.cancelled) return
  const { id } = left.order.job
  await settle(id)
  setTimeout(() => void discard(id), readingMs)
}

/** Offers what earlier exports left, and removes what nobody needs. */
export async function lookForLeftovers(): Promise<void> {
  const found = await findLeftovers(Date.now()).catch(() => [])
  const { status } = exportState()
  if (status !== 'running' && status !== 'saving') setLeftovers(found)
}

/** Does away with an export that could go on. */
export async function discardLeftover(id: string): Promise<void> {
  await discard(id)
  await lookForLeftovers()
}

/** The export that just ended, for going on with it; null when nothing of it is left. */
export async function endedLeftover(): Promise<Leftover | null> {
  const found = await findLeftovers(Date.now()).catch(() => [])
  return found.find(({ job }) => job.id === run?.order.job.id) ?? null
}
