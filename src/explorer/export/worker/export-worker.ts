/** Runs one export beside the page, so that the table stays smooth. The credential comes by message and goes with the worker. */
import { createCloseClient, type CloseClient } from '#client/close-client.ts'
import type { Credential } from '#client/credential.ts'
import { openPaceChannel, sharePace } from '#client/shared-pace.ts'
import { exportActivities } from '#export/export-activities.ts'
import { namesOfData, needsOfJob } from '#export/job.ts'
import { createPauseGate } from '#export/pause-gate.ts'
import type { Progress } from '#export/receipt.ts'
import { lockOf } from '#export/staging/place.ts'
import { openStage } from '#export/staging/stage.ts'
import { paceName } from '#explorer/connection/access.ts'
import { systemClock } from '#lib/clock.ts'
import type { FromWorker, Start, ToWorker } from './messages.ts'
import { throttled } from './throttle.ts'

/** Often enough for an eye, seldom enough for the page. */
const progressMs = 150

const tell = (message: FromWorker) => postMessage(message)
const gate = createPauseGate()
const controller = new AbortController()
const { signal } = controller
let credential: Credential | null = null
let revoked = new AbortController()

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'start':
      return void run(data).catch((error: unknown) => tell({ kind: 'failed', reason: wordsOf(error) }))
    case 'pause':
      return gate.pause()
    case 'resume':
      return gate.resume()
    case 'cancel':
      return controller.abort()
    case 'credential':
      credential = data.credential
      if (credential) return
      revoked.abort(new Error('Disconnected from Close.'))
      revoked = new AbortController()
  }
})

async function run(start: Start): Promise<void> {
  const { job, saved } = start
  credential = start.credential
  await holdLock(lockOf(job.id))
  const stage = await openStage(job, saved)
  if (start.onlyEnd) controller.abort()
  const progress = throttled((progress: Progress) => tell({ kind: 'progress', progress }), progressMs)
  const needs = {
    ...needsOfJob(job, namesOfData(start.names)),
    client: clientOf(start),
    sink: stage.sink,
    signal,
    gate,
    clock: systemClock,
    onProgress: (now: Progress) => progress.push(now),
    onCheckpoint: stage.save,
    ...(saved && { saved }),
  }
  const receipt = await exportActivities(needs)
  credential = null
  progress.flush()
  tell({ kind: 'ended', receipt: { ...receipt, error: null }, files: await stage.close(), lasts: stage.lasts })
}

function clientOf({ baseUrl, job }: Start): CloseClient {
  const client = createCloseClient({
    fetch: (request) => fetch(request, { signal: AbortSignal.any([request.signal, revoked.signal]) }),
    baseUrl,
    credential: () => credential,
    clock: systemClock,
  })
  sharePace(client.pacer, openPaceChannel(paceName(job.query.source, job.organization?.id)))
  client.requests.subscribe(() => {
    const exchange = client.requests.getSnapshot().at(-1)
    if (exchange) tell({ kind: 'asked', exchange })
  })
  return client
}

/** Until the worker ends. Rejects when another tab is at the same export. */
async function holdLock(name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (!lock) return reject(new Error('Another tab is going on with this export.'))
      resolve()
      return new Promise(() => undefined)
    })
  })
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

tell({ kind: 'ready' })
