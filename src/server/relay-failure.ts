import { refuse } from './refusal.ts'

/** Why a request was given up by the relay itself, as the reason of its abort signal. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut'
}

/** Says in plain words why Close's answer could not be had. `host` is the host that was asked. */
export function failureOf(error: unknown, host: string): Response {
  if (error instanceof TimedOut || /TIMEOUT/.test(codeOf(error))) return refuse(504, `${host} did not answer in time.`)
  if (/CERT|TLS|SSL|SIGNATURE|EPROTO/.test(codeOf(error)))
    return refuse(502, `The connection to ${host} is not safe: its certificate was not accepted.`)
  return refuse(502, `${host} could not be reached, or the connection was lost.`)
}

/** `fetch` wraps what happened once or twice: the code of the innermost cause that has one, else ''. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const inner = codeOf(error.cause)
  return inner === '' && 'code' in error ? String(error.code) : inner
}
