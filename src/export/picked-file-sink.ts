/** A file that the person picks; written as the export goes, and in place when it ends. */
import type { Sink } from './sink.ts'

interface PickerOptions {
  readonly suggestedName: string
  readonly types: readonly { readonly description: string; readonly accept: Record<string, readonly string[]> }[]
}

type Picker = (options: PickerOptions) => Promise<FileSystemFileHandle>

/** Not in every browser, and so not in TypeScript's library. */
function isPicker(value: unknown): value is Picker {
  return typeof value === 'function'
}

function picker(): Picker | null {
  const found: unknown = Reflect.get(globalThis, 'showSaveFilePicker')
  return isPicker(found) ? (options) => found.call(globalThis, options) : null
}

export function canPickFile(): boolean {
  return picker() !== null
}

/** Asks where to write; call it from a click. Null when the person dismisses the question, or the browser has none. */
export async function pickFile(suggestedName: string): Promise<Sink | null> {
  const types = [{ description: 'CSV', accept: { 'text/csv': ['.csv'] } }]
  try {
    const handle = await picker()?.({ suggestedName, types })
    return handle ? sinkOf(handle, await handle.createWritable()) : null
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw error
  }
}

function sinkOf(handle: FileSystemFileHandle, stream: FileSystemWritableFileStream): Sink {
  return {
    write: (data) => stream.write(data),
    async finish(fileName) {
      await stream.close()
      // The name was the person's choice; only a partial file takes another.
      return fileName.endsWith('.partial.csv') ? rename(handle, fileName) : handle.name
    },
  }
}

type Mover = (name: string) => Promise<void>

function isMover(value: unknown): value is Mover {
  return typeof value === 'function'
}

/** Renames where the browser can; the name that the file then has. */
async function rename(handle: FileSystemFileHandle, fileName: string): Promise<string> {
  const move: unknown = Reflect.get(handle, 'move')
  if (!isMover(move)) return handle.name
  const partial = handle.name.replace(/(\.csv)?$/i, '.partial.csv')
  try {
    await move.call(handle, partial)
  } catch {
    return handle.name
  }
  return handle.name === fileName ? fileName : partial
}
