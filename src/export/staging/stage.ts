/** What an export writes to, inside its worker, and what it leaves there for whoever goes on with it. */
import type { Checkpoint } from '#export/checkpoint.ts'
import type { ExportJob } from '#export/job.ts'
import type { Sink, SinkData } from '#export/sink.ts'
import { checkpointFiles, jobFile, partFile, stagingPlace } from './place.ts'
import { openSyncFile, type SyncFile } from './sync-file.ts'

export interface StagedFile {
  readonly name: string
  readonly content: Blob
}

export interface Stage {
  readonly sink: Sink
  /** Whether what is here outlives the page. */
  readonly lasts: boolean
  readonly save: (checkpoint: Checkpoint) => Promise<void>
  /** The files, in order; call it when the export has ended. Nothing can be written afterwards. */
  readonly close: () => Promise<readonly StagedFile[]>
}

/** Rejects when an export that was to go on is not there any more. */
export async function openStage(job: ExportJob, saved: Checkpoint | null): Promise<Stage> {
  const place = await stagingPlace()
  try {
    if (place) return await privateStage(await place.getDirectoryHandle(job.id, { create: saved === null }), job, saved)
  } catch (error) {
    if (saved) throw error
  }
  return memoryStage()
}

const encoder = new TextEncoder()

async function privateStage(
  directory: FileSystemDirectoryHandle,
  job: ExportJob,
  saved: Checkpoint | null,
): Promise<Stage> {
  const names: string[] = saved?.files.map(({ name }) => name) ?? []
  let part = await openSyncFile(directory, partFile(names.length), saved?.bytes ?? 0)
  const slots = [await slot(directory, 0), await slot(directory, 1)] as const
  let turn = saved ? 1 - (await newerSlot(slots, saved)) : 0
  if (!saved) await once(directory, jobFile, JSON.stringify(job))

  function end(name: string) {
    part.flush()
    part.close()
    names.push(name)
    return name
  }

  const sink: Sink = {
    async write(data) {
      part.append(bytesOf(data))
    },
    async commit() {
      part.flush()
    },
    async next(name) {
      end(name)
      part = await openSyncFile(directory, partFile(names.length), 0)
      return name
    },
    written: () => part.chunks(),
    finish: async (name) => end(name),
  }

  return {
    sink,
    lasts: true,
    async save(checkpoint) {
      slots[turn === 0 ? 0 : 1].replace(JSON.stringify(checkpoint))
      turn = 1 - turn
    },
    async close() {
      for (const each of slots) each.close()
      return Promise.all(
        names.map(async (name, index) => ({
          name,
          content: await (await directory.getFileHandle(partFile(index))).getFile(),
        })),
      )
    },
  }
}

async function slot(directory: FileSystemDirectoryHandle, index: 0 | 1): Promise<SyncFile> {
  const handle = await directory.getFileHandle(checkpointFiles[index], { create: true })
  return openSyncFile(directory, checkpointFiles[index], (await handle.getFile()).size)
}

/** The place that the saved checkpoint stands in: the other one is written first. */
async function newerSlot(slots: readonly [SyncFile, SyncFile], saved: Checkpoint): Promise<0 | 1> {
  const text = JSON.stringify(saved)
  let first = ''
  const decoder = new TextDecoder()
  for await (const chunk of slots[0].chunks()) first += decoder.decode(chunk, { stream: true })
  return first === text ? 0 : 1
}

async function once(directory: FileSystemDirectoryHandle, name: string, text: string): Promise<void> {
  const file = await openSyncFile(directory, name, 0)
  file.replace(text)
  file.close()
}

function bytesOf(data: SinkData): Uint8Array {
  return typeof data === 'string' ? encoder.encode(data) : data
}

/** Text is gathered to this length before it becomes a blob, which browsers can move out of memory. */
const partLength = 1_000_000

/** Where there are no private files: a reload loses what is here. */
function memoryStage(): Stage {
  const files: StagedFile[] = []
  let parts: Blob[] = []
  let pending: SinkData[] = []
  let length = 0
  const flush = () => {
    parts.push(new Blob(pending))
    pending = []
    length = 0
  }
  const end = (name: string) => {
    flush()
    files.push({ name, content: new Blob(parts) })
    parts = []
    return name
  }
  return {
    sink: {
      async write(data) {
        pending.push(data)
        length += data.length
        if (length >= partLength) flush()
      },
      next: async (name) => end(name),
      finish: async (name) => end(name),
    },
    lasts: false,
    save: async () => undefined,
    close: async () => files,
  }
}
