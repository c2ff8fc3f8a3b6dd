/** A network and a list in bad moods: failures, refusals, lost connections, and changes between the requests. All by one seed. */
import type { Random } from '#sandbox/random.ts'
import type { Truth } from '#sandbox/truth.ts'
import { formatInstant } from '#core/query/timestamp.ts'

/** Between the sandbox and who asks it: an answer, or what became of it on the way. Throws as a lost connection does. */
export function createTrouble(random: Random): (pass: () => Promise<Response>) => Promise<Response> {
  // Longer than anybody tries again.
  let outage = 0
  return async (pass) => {
    if (random.unit() < 0.01) outage = 6
    if (outage > 0) {
      outage -= 1
      return new Response('', { status: 503 })
    }
    const luck = random.unit()
    if (luck < 0.1) return new Response('', { status: [500, 502, 503, 504][random.next() % 4] ?? 500 })
    if (luck < 0.2)
      return new Response('{}', { status: 429, headers: { 'retry-after': String(1 + (random.next() % 3)) } })
    if (luck < 0.23) throw new TypeError('connection reset')
    const response = await pass()
    if (luck < 0.26) throw new TypeError('connection lost')
    return luck < 0.28 ? cut(await response.text()) : response
  }
}

/** The connection is lost in the middle of the body, or the body ends there as if it were whole. */
function cut(text: string): Response {
  const half = text.slice(0, Math.floor(text.length / 2))
  const headers = { 'content-type': 'application/json' }
  if (text.length % 2 === 0) return new Response(half, { headers })
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(half))
      controller.error(new TypeError('connection lost'))
    },
  })
  return new Response(body, { headers })
}

export interface Span {
  /** Whole seconds. */
  readonly start: number
  readonly end: number
}

/** Moments that collide: whole seconds, edges of seconds, and runs of the very same microsecond. */
export function someMoments(random: Random, { start, end }: Span, count: number, crowd: number): readonly string[] {
  const moments: string[] = []
  while (moments.length < count) {
    const at = start + (random.next() % (end - start))
    const luck = random.unit()
    const micros = luck < 0.4 ? 0 : ([1, 500_000, 600_000, 999_999][random.next() % 4] ?? 0)
    const times = luck > 0.97 ? 1 + (random.next() % crowd) : luck > 0.85 ? 1 + (random.next() % 4) : 1
    for (let each = 0; each < times; each += 1) moments.push(momentText(at, micros))
  }
  return moments.slice(0, count)
}

/** Rows on an edge, a microsecond and less than half a second from it. */
export function aroundEdges(edges: readonly number[]): readonly string[] {
  return edges.flatMap((at) => [
    momentText(at, 0),
    momentText(at, 400_000),
    momentText(at - 1, 600_000),
    momentText(at - 1, 999_999),
  ])
}

export function momentText(seconds: number, micros: number): string {
  return formatInstant(seconds).replace('Z', `.${String(micros).padStart(6, '0')}+00:00`)
}

/** What happens to the list between two requests. */
export function change(random: Random, truth: Truth, { start, end }: Span, present: string[], now: number): void {
  for (let times = random.next() % 3; times > 0; times -= 1) {
    const luck = random.unit()
    if (luck < 0.35) {
      const [gone] = present.splice(random.next() % Math.max(1, present.length), 1)
      if (gone !== undefined) truth.remove(gone)
    } else if (luck < 0.7) {
      const [at = ''] = someMoments(random, { start, end }, 1, 1)
      present.push(...truth.insert({ dateCreated: at }))
    } else {
      present.push(...truth.insert({ dateCreated: momentText(now + 1 + (random.next() % 30), random.next() % 1e6) }))
    }
  }
}
