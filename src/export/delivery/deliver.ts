/** Brings the files of an export from where they grew to where the person wants them, a piece at a time. */
import type { StagedFile } from '#export/staging/stage.ts'
import type { Target } from './target.ts'

export interface Delivery {
  readonly target: Target
  /** At least one. */
  readonly files: readonly StagedFile[]
  readonly mediaType: string
  readonly isPartial: boolean
}

/** The names that the files have in the end, in order. Rejects when one cannot be written. */
export async function deliver({ target, files, mediaType, isPartial }: Delivery): Promise<readonly string[]> {
  switch (target.kind) {
    case 'download':
      for (const { name, content } of files) download(content, name, mediaType)
      return files.map(({ name }) => name)
    case 'folder':
      for (const file of files) await write(await target.handle.getFileHandle(file.name, { create: true }), file)
      return files.map(({ name }) => name)
    case 'file': {
      const [file, ...others] = files
      if (!file) return []
      await write(target.handle, file)
      // The name was the person's choice; only a partial file takes another.
      const name = isPartial ? await renamePartial(target.handle) : target.handle.name
      for (const { name, content } of others) download(content, name, mediaType)
      return [name, ...others.map(({ name }) => name)]
    }
  }
}

async function write(handle: FileSystemFileHandle, { content }: StagedFile): Promise<void> {
  const stream = await handle.createWritable()
  // Its text and its bytes are the same: it is UTF-8, and the mark at its beginning stays.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  for await (const chunk of content.stream()) await stream.write(decoder.decode(chunk, { stream: true }))
  await stream.close()
}

type Mover = (name: string) => Promise<void>

function isMover(value: unknown): value is Mover {
  return typeof value === 'function'
}

/** Renames where the browser can; the name that the file then has. */
async function renamePartial(handle: FileSystemFileHandle): Promise<string> {
  const move: unknown = Reflect.get(handle, 'move')
  if (!isMover(move)) return handle.name
  const partial = handle.name.replace(/(\.\w+)?$/, (extension) => `.partial${extension}`)
  try {
    await move.call(handle, partial)
  } catch {
    return handle.name
  }
  return partial
}

/** Large files are read while they download, so what they are read from stays for a while. */
export const readingMs = 10 * 60_000

export function download(content: Blob, fileName: string, mediaType: string): void {
  // As the type of a file from the private system follows its name, the blob says its own.
  const url = URL.createObjectURL(content.slice(0, content.size, mediaType))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.hidden = true
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), readingMs)
}
