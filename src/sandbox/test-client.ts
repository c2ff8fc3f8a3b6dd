import { createSandbox, type Sandbox } from './app.ts'
import type { SandboxOptions } from './options.ts'

/** The moment at which the tests' sandboxes stand still: a Tuesday at noon. */
export const NOON = Date.UTC(2026, 8, 15, 12)

export type Body = Record<string, unknown>

export interface Answer {
  readonly status: number
  readonly body: Body
  readonly headers: Headers
}

/** A sandbox with a way to ask it. Paths lie below the API's base; parameters are encoded. */
export interface TestClient {
  readonly sandbox: Sandbox
  get(
    path: string,
    parameters?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>
  send(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>
  /** All rows of a list, page after page by `_skip`. */
  all(path: string, parameters?: Readonly<Record<string, string>>): Promise<readonly Body[]>
}

export const basic = `Basic ${btoa('api_test:')}`

export function createTestClient(options: SandboxOptions = {}): TestClient {
  const sandbox = createSandbox({ size: 3000, clock: () => NOON, ...options })
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await sandbox.fetch(new Request(`http://localhost/sandbox/api/v1${path}`, init))
    const text = await response.text()
    return { status: response.status, body: text === '' ? {} : bodyOf(text), headers: response.headers }
  }
  const get: TestClient['get'] = (path, parameters = {}, headers = {}) => {
    const search = new URLSearchParams(parameters).toString()
    return ask(search === '' ? path : `${path}?${search}`, { headers: { authorization: basic, ...headers } })
  }
  return {
    sandbox,
    get,
    send: (method, path, body, headers = {}) =>
      ask(path, {
        method,
        headers: { authorization: basic, 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    async all(path, parameters = {}) {
      const rows: Body[] = []
      for (;;) {
        const { body } = await get(path, { ...parameters, _skip: String(rows.length) })
        rows.push(...dataOf(body))
        if (body['has_more'] !== true) return rows
      }
    },
  }
}

export function dataOf(body: Body): readonly Body[] {
  const data: unknown = body['data']
  if (!Array.isArray(data)) throw new TypeError(`No data in ${JSON.stringify(body).slice(0, 200)}`)
  return data
}

export function idsOf(body: Body): readonly string[] {
  return dataOf(body).map((row) => text(row['id']))
}

/** A value that ought to be a text. */
export function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`No text: ${JSON.stringify(value)}`)
  return value
}

function bodyOf(text: string): Body {
  try {
    const body: Body = JSON.parse(text)
    return body
  } catch {
    return { text }
  }
}
