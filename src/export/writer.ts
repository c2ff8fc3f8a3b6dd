/** Writes lines into files: heads, hashes, and another file when one is full. */
import { partName, partialName } from './file-name.ts'
import { createDigest, type Digest } from './digest.ts'
import type { ExportProfile } from './needs.ts'
import type { FileReceipt } from './receipt.ts'
import type { Sink } from './sink.ts'

export interface WriterNeeds {
  readonly sink: Sink
  readonly profile: ExportProfile
  /** What each file begins with. */
  readonly head: string
  /** The name of a single file. */
  readonly fileName: string
  readonly rowsPerFile: number | null
  /** What an earlier run has written. */
  readonly saved: { readonly bytes: number; readonly fileRows: number; readonly files: readonly FileReceipt[] } | null
}

export interface Writer {
  readonly write: (lines: readonly string[]) => Promise<void>
  /** As a checkpoint keeps it; what was written up to here would survive the end of this program. */
  readonly commit: () => Promise<{ bytes: number; fileRows: number; files: readonly FileReceipt[] }>
  /** What the bytes of a file contradict; null while they agree. */
  readonly contradiction: () => string | null
  /** Makes the last file whole, under a name that says whether the export is. */
  readonly finish: (isPartial: boolean) => Promise<readonly FileReceipt[]>
}

const encoder = new TextEncoder()

/** Rejects when what an earlier run has written is not there. */
export async function openWriter(needs: WriterNeeds): Promise<Writer> {
  const { sink, profile, head, fileName, rowsPerFile, saved } = needs
  const files: FileReceipt[] = [...(saved?.files ?? [])]
  const heads = head === '' ? 0 : 1
  let rows = saved?.fileRows ?? 0
  let bytes = saved?.bytes ?? 0
  /** Null when an earlier part of the file cannot be read. */
  let digest: Digest | null = createDigest(profile !== 'jsonl')
  let contradiction: string | null = null
  let hasHead = false

  if (bytes > 0) await readBefore()

  async function readBefore() {
    hasHead = true
    if (!sink.written || !digest) {
      digest = null
      return
    }
    for await (const part of sink.written()) digest.add(part)
    if (digest.bytes() !== bytes || digest.records() !== rows + heads)
      throw new Error(
        'What was written before the interruption is not what is there now, so it cannot be gone on with.',
      )
  }

  async function append(text: string) {
    if (text === '') return
    const data = encoder.encode(text)
    await sink.write(data)
    digest?.add(data)
    bytes += data.length
  }

  async function begin() {
    if (hasHead) return
    hasHead = true
    await append(head)
  }

  function receipt(name: string): FileReceipt {
    check()
    return { name, bytes, rows, sha256: digest?.hash() ?? null }
  }

  function check() {
    if (!digest || contradiction !== null) return
    if (digest.bytes() !== bytes) contradiction = 'Not every byte that was written was counted.'
    else if (hasHead && digest.records() !== rows + heads)
      contradiction = 'A recount of the file found another number of rows than were written.'
  }

  async function nextFile() {
    if (!sink.next) throw new Error('This export cannot be divided into files.')
    const name = await sink.next(partName(fileName, files.length + 1))
    files.push(receipt(name))
    digest = createDigest(profile !== 'jsonl')
    bytes = 0
    rows = 0
    hasHead = false
  }

  return {
    async write(lines) {
      await begin()
      for (let at = 0; at < lines.length;) {
        if (rowsPerFile !== null && rows >= rowsPerFile) {
          await nextFile()
          await begin()
        }
        const end = rowsPerFile === null ? lines.length : Math.min(lines.length, at + rowsPerFile - rows)
        await append(lines.slice(at, end).join(''))
        rows += end - at
        at = end
      }
    },
    async commit() {
      await sink.commit?.()
      return { bytes, fileRows: rows, files: [...files] }
    },
    contradiction() {
      check()
      return contradiction
    },
    async finish(isPartial) {
      const name = files.length === 0 ? fileName : partName(fileName, files.length + 1)
      const given = await sink.finish(isPartial ? partialName(name) : name)
      return [...files, receipt(given)]
    },
  }
}
