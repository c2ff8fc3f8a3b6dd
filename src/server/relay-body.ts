/** What is read of a body: all of it, or why not. */
export type Body =
  | { readonly status: 'whole'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly status: 'too-large' }

/**
 * Reads a body whole, so that what is passed on is never half of it.
 *
 * `onPart` is called for each part that arrives. Rejects when the connection is cut. `cap` is in bytes, after decompression:
 * 10 MB can unfold to 10 GB.
 */
export async function readWhole(
  message: Request | Response,
  cap: number,
  onPart: () => void = () => {},
): Promise<Body> {
  const parts: Uint8Array[] = []
  let size = 0
  if (!message.body) return { status: 'whole', bytes: new Uint8Array() }
  for await (const part of partsOf(message.body)) {
    onPart()
    size += part.length
    // Leaving the loop cancels the stream and with it the connection.
    if (size > cap) return { status: 'too-large' }
    parts.push(part)
  }
  return { status: 'whole', bytes: joined(parts, size) }
}

async function* partsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    // After an error there is nothing left to cancel, and cancelling says so by rejecting.
    reader.cancel().catch(() => {})
  }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size)
  let position = 0
  for (const part of parts) {
    whole.set(part, position)
    position += part.length
  }
  return whole
}
