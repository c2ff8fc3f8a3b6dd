/** An export that goes to standard output. */
import type { Sink } from '#export/sink.ts'

export function createStreamSink(out: (data: string | Uint8Array) => Promise<void>): Sink {
  return { write: out, finish: () => Promise.resolve('standard output') }
}
