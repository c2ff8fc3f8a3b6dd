/** Close's ways to say no. A refusal is a value until the very end, where it becomes a response. */
export class Refusal {
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    this.status = status
    this.body = body
    this.headers = headers
  }
}

/** The older shape: `{"error": "…"}`. */
export function errorRefusal(status: number, error: string): Refusal {
  return new Refusal(status, { error })
}

/** The newer shape: `{"errors": [], "field-errors": {"_limit": "…"}}`. */
export function fieldRefusal(fields: Readonly<Record<string, string>>): Refusal {
  return new Refusal(400, { errors: [], 'field-errors': fields })
}

export const unauthorized = errorRefusal(401, 'Unauthorized')

export const pathNotFound = errorRefusal(
  404,
  'The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.',
)

/** An id that leads nowhere. `kind` is `Lead`, `Activity`, … */
export function notFound(kind: string): Refusal {
  return errorRefusal(404, `Empty query: ${kind} matching query does not exist.`)
}

export const methodNotAllowed = errorRefusal(405, 'The method is not allowed for the requested URL.')

export const invalidJson = errorRefusal(400, 'The request contains invalid JSON.')

export const notJson = errorRefusal(
  400,
  'The request body must be JSON: set the Content-Type header to application/json.',
)

/** JSON as Close sends it. */
export function jsonResponse(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })
}

/** An answer is a refusal or the JSON to send. */
export function answer(result: unknown): Response {
  return result instanceof Refusal ? jsonResponse(result.body, result.status, result.headers) : jsonResponse(result)
}
