/** A request as a line for the shell and as an address. The key is never in it: the shell puts it in. */
import type { Parameters } from './plan-types.ts'

export interface ShownRequest {
  readonly method: 'GET' | 'POST'
  /** Below the base, such as `/activity/call/`. */
  readonly path: string
  readonly parameters: Parameters
  /** JSON, of a POST. */
  readonly body: string | null
}

/** The request's address; `base` is absolute and ends before the path. Commas stay as they are, as Close writes its lists. */
export function apiUrl({ path, parameters }: ShownRequest, base: string): string {
  const search = new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString().replaceAll('%2C', ',')
  return `${base}${path}${search === '' ? '' : `?${search}`}`
}

/** A curl line that asks the same, with the key taken from `$CLOSE_API_KEY`. */
export function curlText(request: ShownRequest, base: string): string {
  const body = request.body === null ? '' : ` -H 'Content-Type: application/json' --data ${quoted(request.body)}`
  return `curl -u "$CLOSE_API_KEY:"${body} ${quoted(apiUrl(request, base))}`
}

/** In single quotes nothing has a meaning but the single quote. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
