/** Asks a running sandbox for faults and changes, at `/sandbox/control/…`; what it knows is in src/sandbox/README.md. */
export interface SandboxControl {
  /** Posts JSON to a control path, such as `post('faults', […])`, and gives its answer. */
  readonly post: (path: string, body?: unknown) => Promise<unknown>
  /** Asks the sandbox's API as another client would, such as `get('/activity/call/?_limit=5')`; the oracle of a story. */
  readonly get: (path: string) => Promise<unknown>
}

/** The controls of the sandbox at an app server's origin. */
export function sandboxControl(origin: string): SandboxControl {
  return {
    post: (path, body = {}) =>
      answerOf(`${origin}/sandbox/control/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    get: (path) =>
      answerOf(`${origin}/sandbox/api/v1${path}`, { headers: { authorization: `Basic ${btoa('api_sandbox:')}` } }),
  }
}

async function answerOf(address: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(address, init)
  const text = await response.text()
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${text.slice(0, 200)}`)
  return text === '' ? null : (JSON.parse(text) as unknown)
}
