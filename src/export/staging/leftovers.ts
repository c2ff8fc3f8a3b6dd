/** What exports left in this browser: those that can go on, and what nobody needs any more. */
import { type Checkpoint, parseCheckpoint } from '#export/checkpoint.ts'
import { type ExportJob, parseJob } from '#export/job.ts'
import { checkpointFiles, jobFile, lockOf, readText, stagingPlace } from './place.ts'

/** An export that stopped and can go on. */
export interface Leftover {
  readonly job: ExportJob
  readonly checkpoint: Checkpoint
}

/** Downloads are read from here, so what has ended stays for a while. */
const keepMs = 24 * 3_600_000

/** Those that can go on, the newest first. Removes the others once they are a day old. */
export async function findLeftovers(now: number): Promise<readonly Leftover[]> {
  const place = await stagingPlace()
  if (!place) return []
  const running = await lockedNames()
  const found: Leftover[] = []
  for await (const [id, directory] of place.entries()) {
    if (running.has(lockOf(id)) || !(directory instanceof FileSystemDirectoryHandle)) continue
    const leftover = await readLeftover(directory)
    if (leftover) found.push(leftover)
    else if (now - (await lastTouched(directory)) > keepMs) await discard(id)
  }
  return found.toSorted((a, b) => b.checkpoint.startedAt - a.checkpoint.startedAt)
}

async function lockedNames(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query()
  return new Set(held.flatMap(({ name }) => name ?? []))
}

async function readLeftover(directory: FileSystemDirectoryHandle): Promise<Leftover | null> {
  const job = parseJob((await readText(directory, jobFile)) ?? '')
  const texts = await Promise.all(checkpointFiles.map((name) => readText(directory, name)))
  const checkpoint = newest(texts.map((text) => parseCheckpoint(text ?? '')))
  return job && checkpoint ? { job, checkpoint } : null
}

/** Checkpoints only go forward. */
export function newest(checkpoints: readonly (Checkpoint | null)[]): Checkpoint | null {
  return checkpoints.reduce((best, each) => (each && (!best || isLater(each, best)) ? each : best), null)
}

function isLater(a: Checkpoint, b: Checkpoint): boolean {
  const stands = ({ files, bytes, counts }: Checkpoint) => [files.length, bytes, counts.requests]
  const [x, y] = [stands(a), stands(b)]
  const place = x.findIndex((value, index) => value !== y[index])
  return place >= 0 && (x[place] ?? 0) > (y[place] ?? 0)
}

async function lastTouched(directory: FileSystemDirectoryHandle): Promise<number> {
  let last = 0
  for await (const handle of directory.values())
    if (handle instanceof FileSystemFileHandle) last = Math.max(last, (await handle.getFile()).lastModified)
  return last
}

/** Makes an export one that does not go on; its files stay for downloads that read them. */
export async function settle(id: string): Promise<void> {
  try {
    const directory = await (await stagingPlace())?.getDirectoryHandle(id)
    await directory?.removeEntry(jobFile)
  } catch {
    // It was removed already.
  }
}

export async function discard(id: string): Promise<void> {
  await (await stagingPlace())?.removeEntry(id, { recursive: true }).catch(() => undefined)
}
