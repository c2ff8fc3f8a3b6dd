/** Reads an answer's body, no further than its cap. */

/** The largest answer taken in: a hundred long emails fit with room to spare. */
const cap = 32 * 1024 * 1024

/** The body's text; null when it is larger than the cap. Rejects when the connection is lost on the way. */
export async function readBody(response: Response): Promise<string | null> {
  const announced = Number(response.headers.get('content-length') ?? 0)
  if (announced > cap) {
    await response.body?.cancel()
    return null
  }
  if (!response.body) return ''
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader()
  const decoder = new TextDecoder()
  const parts: string[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return parts.join('') + decoder.decode()
    size += value.length
    if (size > cap) {
      await reader.cancel()
      return null
    }
    parts.push(decoder.decode(value, { stream: true }))
  }
}
