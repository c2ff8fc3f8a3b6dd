/** The files of an export on disk: the rows while they are partial and when they are whole, the checkpoint, the receipt. */
import { existsSync, promises, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseCheckpoint, type Checkpoint } from '#export/checkpoint.ts'
import { receiptName } from '#export/receipt-json.ts'
import type { Sink } from '#export/sink.ts'

const { open, rename, writeFile } = promises

export interface ExportFiles {
  readonly whole: string
  /** Beside it, `calls.csv` → `calls.partial.csv`. */
  readonly partial: string
  readonly checkpoint: string
  readonly receipt: string
}

export function exportFiles(out: string): ExportFiles {
  const partial = /\.\w+$/.test(out) ? out.replace(/(\.\w+)$/, '.partial$1') : `${out}.partial`
  return { whole: out, partial, checkpoint: `${out}.checkpoint.json`, receipt: receiptName(out) }
}

interface Wish {
  readonly resume: boolean
  readonly force: boolean
}

export type Start =
  | { readonly status: 'begin'; readonly saved: Checkpoint | null }
  | { readonly status: 'refused'; readonly reason: string }

/** What is there already decides how an export starts: nothing is replaced unasked. */
export function startOf(files: ExportFiles, { resume, force }: Wish): Start {
  const refused = (reason: string): Start => ({ status: 'refused', reason })
  if (!existsSync(dirname(files.whole))) return refused(`The folder ${dirname(files.whole)} does not exist.`)
  if (existsSync(files.whole) && statSync(files.whole).isDirectory()) return refused(`${files.whole} is a folder.`)
  if (resume) return resumed(files)
  if (force) return { status: 'begin', saved: null }
  if (existsSync(files.whole)) return refused(`${files.whole} exists. Add --force to replace it.`)
  if (existsSync(files.checkpoint))
    return refused(
      `An interrupted export left ${files.partial}. Add --resume to go on with it, or --force to begin anew.`,
    )
  return { status: 'begin', saved: null }
}

function resumed({ whole, partial, checkpoint }: ExportFiles): Start {
  if (!existsSync(checkpoint))
    return {
      status: 'refused',
      reason: `There is nothing to go on with: ${checkpoint} does not exist. Leave out --resume.`,
    }
  const saved = parseCheckpoint(readFileSync(checkpoint, 'utf8'))
  if (!saved)
    return { status: 'refused', reason: `${checkpoint} cannot be read. Add --force instead of --resume to begin anew.` }
  const bytes = existsSync(partial) ? statSync(partial).size : 0
  if (bytes < saved.bytes)
    return {
      status: 'refused',
      reason: `${partial} is shorter than when the export of ${whole} was interrupted. Add --force instead of --resume to begin anew.`,
    }
  return { status: 'begin', saved }
}

/** Writes beside the name that the file gets once it is whole. */
export async function openFileSink({ whole, partial }: ExportFiles, saved: Checkpoint | null): Promise<Sink> {
  const file = await open(partial, saved ? 'r+' : 'w', 0o600)
  if (saved) await file.truncate(saved.bytes)
  let at = saved?.bytes ?? 0
  return {
    async write(data) {
      const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data
      await writeAll(file, bytes, at)
      at += bytes.length
    },
    commit: () => file.datasync(),
    written: () => bytesOf(partial, saved?.bytes ?? 0),
    async finish(fileName) {
      await file.sync()
      await file.close()
      const isWhole = !/\.partial\.\w+$/.test(fileName)
      if (isWhole) await rename(partial, whole)
      return isWhole ? whole : partial
    },
  }
}

async function writeAll(file: promises.FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done)
    done += bytesWritten
  }
}

async function* bytesOf(path: string, length: number): AsyncGenerator<Uint8Array> {
  if (length === 0) return
  const file = await open(path, 'r')
  yield* file.createReadStream({ end: length - 1 })
}

/** In one step, so that a crash leaves the former one. Renaming the same file at the same time is the caller's to avoid. */
export async function saveCheckpoint({ checkpoint }: ExportFiles, saved: Checkpoint): Promise<void> {
  await writeFile(`${checkpoint}.new`, JSON.stringify(saved), { mode: 0o600 })
  await rename(`${checkpoint}.new`, checkpoint)
}

export function forgetCheckpoint({ checkpoint }: ExportFiles): void {
  rmSync(checkpoint, { force: true })
}

export async function saveReceipt({ receipt }: ExportFiles, text: string): Promise<void> {
  await writeFile(receipt, text, { mode: 0o600 })
}
