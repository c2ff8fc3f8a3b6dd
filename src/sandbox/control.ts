import { isRecord } from './call.ts'
import { faults } from '#sandbox/faults/catalogue.ts'
import type { FaultBox } from '#sandbox/faults/fault-box.ts'
import { readRule } from '#sandbox/faults/rule-body.ts'
import type { Journal } from './journal.ts'
import type { Landmarks } from './landmarks.ts'
import { jsonResponse } from './refusal.ts'
import type { Truth } from './truth.ts'

/** What the control endpoint speaks of. */
export interface Controls {
  readonly box: FaultBox
  readonly truth: Truth
  readonly journal: Journal
  readonly landmarks: () => Landmarks
  readonly now: () => number
}

/**
 * The switches outside the API: `GET /` tells the state, `GET /truth/` and `GET /requests/` one JSON object per line, `POST /` takes a
 * fault, several in a list, or `{"fault": "clear"}`.
 */
export async function control(request: Request, path: string, controls: Controls): Promise<Response> {
  if (request.method === 'POST' && path === '/') return post(await request.text(), controls)
  if (request.method !== 'GET') return jsonResponse({ error: 'Ask with GET, or switch with POST.' }, 405)
  if (path === '/') return jsonResponse(state(controls))
  if (path === '/truth/') return lines(controls.truth.all())
  if (path === '/requests/') return lines(controls.journal.requests)
  return jsonResponse({ error: 'There is /, /truth/ and /requests/.' }, 404)
}

function state({ box, journal, landmarks, now }: Controls): unknown {
  return {
    now: new Date(now()).toISOString(),
    requests: journal.begun,
    waiting: box.waiting(),
    skipCeiling: box.skipCeiling,
    limitCeiling: box.limitCeiling,
    unknownParameters: journal.unknownParameters,
    landmarks: landmarks(),
    faults,
  }
}

function post(text: string, { box }: Controls): Response {
  const body = parse(text)
  const given = Array.isArray(body) ? body : [body]
  if (given.length === 1 && isRecord(given[0]) && given[0]['fault'] === 'clear') {
    box.clear()
    return jsonResponse({ waiting: [], ids: [] })
  }
  const rules = given.map(readRule)
  const wrong = rules.find((rule) => typeof rule === 'string')
  if (wrong !== undefined) return jsonResponse({ error: wrong, faults }, 400)
  try {
    const ids = rules.flatMap((rule) => (typeof rule === 'string' ? [] : box.add(rule)))
    return jsonResponse({ waiting: box.waiting(), ids })
  } catch (error) {
    return jsonResponse({ error: error instanceof Error ? error.message : String(error) }, 400)
  }
}

function parse(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text)
    return json
  } catch {
    return null
  }
}

function lines(items: readonly unknown[]): Response {
  return new Response(items.map((item) => `${JSON.stringify(item)}\n`).join(''), {
    headers: { 'content-type': 'application/x-ndjson' },
  })
}
