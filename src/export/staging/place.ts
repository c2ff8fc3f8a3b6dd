/**
 * Where exports of this browser grow: one folder each in the origin's private file system. While an export runs it holds a lock
 * of its folder's name, so that another tab neither offers nor removes it.
 */

const folder = 'exports'

export const jobFile = 'job.json'

/** Two, written in turn: when the program ends in the middle of one, the other is whole. */
export const checkpointFiles = ['checkpoint-0.json', 'checkpoint-1.json'] as const

export function partFile(index: number): string {
  return `part-${index}`
}

export function lockOf(id: string): string {
  return `close-activities-export:${id}`
}

/** Null where there is no such file system, as in some private windows. */
export async function stagingPlace(): Promise<FileSystemDirectoryHandle | null> {
  try {
    const root = await navigator.storage.getDirectory()
    return await root.getDirectoryHandle(folder, { create: true })
  } catch {
    return null
  }
}

/** The whole text of a small file; null when it is not there. */
export async function readText(directory: FileSystemDirectoryHandle, name: string): Promise<string | null> {
  try {
    return await (await (await directory.getFileHandle(name)).getFile()).text()
  } catch {
    return null
  }
}
