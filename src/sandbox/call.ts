import { invalidJson, notJson, Refusal } from './refusal.ts'

/** One request, as the routes see it: override undone, path below the base and with its trailing slash. */
export interface Call {
  readonly method: string
  /** `/activity/call/` */
  readonly path: string
  readonly parameters: URLSearchParams
  readonly headers: Headers
  /** The JSON of a POST that is not an override. */
  readonly body: unknown
}

/** Reads a request whose path lies below `basePath`. */
export async function readCall(request: Request, basePath: string): Promise<Call | Refusal> {
  const url = new URL(request.url)
  const path = withTrailingSlash(url.pathname.slice(basePath.length) || '/')
  const plain: Call = {
    method: request.method,
    path,
    parameters: url.searchParams,
    headers: request.headers,
    body: null,
  }
  if (request.method !== 'POST') return plain
  const override = request.headers.get('x-http-method-override')
  const body = await readJson(request)
  if (body instanceof Refusal) return body
  if (override === null) return { ...plain, body }
  return undoOverride(plain, override.toUpperCase(), body)
}

/** Long queries are sent as POST with `{"_params": {…}}`, https://developer.close.com/topics/filter-parameters/ */
function undoOverride(call: Call, method: string, body: unknown): Call | Refusal {
  const parameters = new URLSearchParams(call.parameters)
  const given = isRecord(body) ? body['_params'] : undefined
  if (given !== undefined && !isRecord(given))
    return new Refusal(400, { errors: [], 'field-errors': { _params: 'Input should be an object' } })
  for (const [name, value] of Object.entries(given ?? {})) {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      return new Refusal(400, {
        errors: [],
        'field-errors': { [name]: 'Input should be a single value; give several as one comma-separated text' },
      })
    }
    parameters.append(name, String(value))
  }
  return { ...call, method, parameters, body: null }
}

async function readJson(request: Request): Promise<unknown> {
  const text = await request.text()
  if (text === '') return null
  if (!(request.headers.get('content-type') ?? '').includes('json')) return notJson
  try {
    const json: unknown = JSON.parse(text)
    return json
  } catch {
    return invalidJson
  }
}

export function withTrailingSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
