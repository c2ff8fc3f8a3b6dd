/** A private file as a worker writes it: at once, in place, without a copy. */

/** Not in the library that TypeScript has for pages. */
interface SyncAccess {
  read(buffer: Uint8Array, options: { at: number }): number
  write(buffer: Uint8Array, options: { at: number }): number
  truncate(size: number): void
  flush(): void
  close(): void
}

export interface SyncFile {
  readonly append: (bytes: Uint8Array) => void
  /** Puts this text in place of everything, to stay. */
  readonly replace: (text: string) => void
  readonly flush: () => void
  /** What it holds, from its beginning to where it ends now. */
  readonly chunks: () => AsyncIterable<Uint8Array>
  readonly close: () => void
}

function isOpener(value: unknown): value is () => Promise<SyncAccess> {
  return typeof value === 'function'
}

const encoder = new TextEncoder()
const chunkBytes = 1 << 20

/** Opens or creates a file and cuts it to `bytes`. Rejects where the browser has no such files, and when another tab has it open. */
export async function openSyncFile(
  directory: FileSystemDirectoryHandle,
  name: string,
  bytes: number,
): Promise<SyncFile> {
  const handle = await directory.getFileHandle(name, { create: true })
  const open: unknown = Reflect.get(handle, 'createSyncAccessHandle')
  if (!isOpener(open)) throw new Error('This browser cannot write private files.')
  const access = await open.call(handle)
  access.truncate(bytes)
  let end = bytes

  function append(data: Uint8Array) {
    for (let done = 0; done < data.length;) {
      const written = access.write(data.subarray(done), { at: end })
      if (written <= 0) throw new Error('The disk took no more.')
      done += written
      end += written
    }
  }

  return {
    append,
    replace(text) {
      access.truncate(0)
      end = 0
      append(encoder.encode(text))
      access.flush()
    },
    flush: () => access.flush(),
    async *chunks() {
      for (let at = 0; at < end;) {
        const chunk = new Uint8Array(Math.min(chunkBytes, end - at))
        const read = access.read(chunk, { at })
        if (read <= 0) return
        at += read
        yield chunk.subarray(0, read)
      }
    },
    close: () => access.close(),
  }
}
