/** A download. It grows in the origin's private file system, or in blobs where there is none, and is handed over when done. */
import type { Sink, SinkData } from './sink.ts'

const prefix = 'close-activities-export-'

/** Large files are read while they download, so what they are read from stays for a while. */
const keepMs = 10 * 60_000

export async function createDownloadSink(): Promise<Sink> {
  return (await privateFileSink()) ?? blobSink()
}

async function privateDirectory(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await navigator.storage.getDirectory()
  } catch {
    return null
  }
}

/** Files of this page, which may still be on their way to the person's disk. */
const own = new Set<string>()

/** Removes what exports of earlier visits left behind, as when the page was closed before a download was through. */
export async function removeLeftovers(): Promise<void> {
  const directory = await privateDirectory()
  if (!directory) return
  for await (const name of directory.keys()) {
    if (name.startsWith(prefix) && !own.has(name)) await directory.removeEntry(name).catch(() => undefined)
  }
}

async function privateFileSink(): Promise<Sink | null> {
  const directory = await privateDirectory()
  const name = `${prefix}${crypto.randomUUID()}.csv`
  own.add(name)
  try {
    const handle = await directory?.getFileHandle(name, { create: true })
    const stream = await handle?.createWritable()
    if (!directory || !handle || !stream) return null
    return {
      write: (data) => stream.write(data),
      async finish(fileName) {
        await stream.close()
        download(await handle.getFile(), fileName, () => void directory.removeEntry(name).catch(() => undefined))
        return fileName
      },
    }
  } catch {
    // Private windows refuse, and some browsers cannot write from a page.
    await directory?.removeEntry(name).catch(() => undefined)
    return null
  }
}

/** Text is gathered to this length before it becomes a blob, which browsers can move out of memory. */
const partLength = 1_000_000

function blobSink(): Sink {
  const parts: Blob[] = []
  let pending: SinkData[] = []
  let length = 0
  const flush = () => {
    parts.push(new Blob(pending))
    pending = []
    length = 0
  }
  return {
    async write(data) {
      pending.push(data)
      length += data.length
      if (length >= partLength) flush()
    },
    async finish(fileName) {
      flush()
      download(new Blob(parts), fileName, () => undefined)
      return fileName
    },
  }
}

function download(content: Blob, fileName: string, release: () => void) {
  // As the type of a file from the private system follows its name, the blob says its own.
  const url = URL.createObjectURL(content.slice(0, content.size, 'text/csv;charset=utf-8'))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.hidden = true
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => {
    URL.revokeObjectURL(url)
    release()
  }, keepMs)
}
