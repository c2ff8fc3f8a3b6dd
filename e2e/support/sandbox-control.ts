/** Asks a running sandbox for faults and for the facts, at `/sandbox/control/`; what it knows is in src/sandbox/README.md. */
import type { Fact, Landmarks, LoggedRequest } from '#sandbox/app.ts'

/** A fault to come, such as `{ fault: '429', times: 3, match: '/activity/', retryAfter: 2 }`. */
export interface FaultRule {
  readonly fault: string
  /** How often; null for always. Default 1. */
  readonly times?: number | null
  /** How many matching requests pass before it begins. */
  readonly after?: number
  /** A part of the path it concerns. */
  readonly match?: string
  readonly [particular: string]: unknown
}

export interface SandboxControl {
  readonly fault: (...rules: readonly FaultRule[]) => Promise<void>
  /** Takes all faults back. */
  readonly clear: () => Promise<void>
  readonly landmarks: () => Promise<Landmarks>
  /** Every stored activity, in no promised order: the oracle of a story. */
  readonly truth: () => Promise<readonly Fact[]>
  /** Every request to the sandbox's API so far, in order. */
  readonly requests: () => Promise<readonly LoggedRequest[]>
  /** Asks the sandbox's API as another client would, such as `get('/activity/call/?_limit=5')`. */
  readonly get: (path: string) => Promise<unknown>
}

/** The controls of the sandbox at an app server's origin. */
export function sandboxControl(origin: string): SandboxControl {
  const control = `${origin}/sandbox/control`
  const post = (body: unknown) => textOf(`${control}/`, { method: 'POST', body: JSON.stringify(body) })
  return {
    fault: async (...rules) => void (await post(rules)),
    clear: async () => void (await post({ fault: 'clear' })),
    landmarks: async () => (JSON.parse(await textOf(`${control}/`)) as { landmarks: Landmarks }).landmarks,
    truth: async () => linesOf(await textOf(`${control}/truth/`)) as readonly Fact[],
    requests: async () => linesOf(await textOf(`${control}/requests/`)) as readonly LoggedRequest[],
    get: async (path) => {
      const headers = { authorization: `Basic ${btoa('api_sandbox:')}` }
      return JSON.parse(await textOf(`${origin}/sandbox/api/v1${path}`, { headers })) as unknown
    },
  }
}

async function textOf(address: string, init: RequestInit = {}): Promise<string> {
  const response = await fetch(address, init)
  const text = await response.text()
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${text.slice(0, 200)}`)
  return text
}

function linesOf(text: string): readonly unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown)
}
