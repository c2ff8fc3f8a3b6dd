import type { Sink } from './sink.ts'

export interface MemorySink extends Sink {
  text(): string
  fileName(): string | null
}

/** Keeps everything: for small exports and tests. */
export function createMemorySink(): MemorySink {
  const parts: string[] = []
  let name: string | null = null
  return {
    async write(text) {
      parts.push(text)
    },
    async finish(fileName) {
      name = fileName
      return fileName
    },
    text: () => parts.join(''),
    fileName: () => name,
  }
}
