import type { Sink } from './sink.ts'

export interface MemorySink extends Sink {
  /** Of all files, one after the other. */
  text(): string
  /** Of the file that is not finished. */
  present(): string
  fileName(): string | null
  /** Names and texts, in order, of the files that are finished. */
  files(): readonly { readonly name: string; readonly text: string }[]
}

/** Keeps everything: for small exports and tests. `before` is what an earlier run has left. */
export function createMemorySink(before = ''): MemorySink {
  const files: { readonly name: string; readonly text: string }[] = []
  const encoder = new TextEncoder()
  let parts: Uint8Array[] = before === '' ? [] : [encoder.encode(before)]
  const present = () => {
    // One decoder for all: a part may end within a character. It keeps the mark at the beginning.
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    return parts.map((part) => decoder.decode(part, { stream: true })).join('')
  }
  const close = (name: string) => {
    files.push({ name, text: present() })
    parts = []
    return name
  }
  return {
    async write(data) {
      parts.push(typeof data === 'string' ? encoder.encode(data) : data.slice())
    },
    async *written() {
      yield* parts
    },
    next: async (name) => close(name),
    finish: async (name) => close(name),
    present,
    text: () => files.map(({ text }) => text).join('') + present(),
    fileName: () => files.at(-1)?.name ?? null,
    files: () => files,
  }
}
