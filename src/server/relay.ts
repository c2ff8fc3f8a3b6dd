/**
 * The relay to Close: the page's reads, passed on with the credential that came with them.
 *
 * It holds no credential, asks one origin, follows no redirect, keeps no cookie, and passes an answer on whole or not at all.
 */
import { readWhole } from './relay-body.ts'
import { failureOf, TimedOut } from './relay-failure.ts'
import { type Route, routeOf } from './relay-routes.ts'
import { refuse } from './refusal.ts'

/** One request, for the log: no query, no id, no credential. */
export interface LogLine {
  readonly method: string
  /** The route's template below `/api/v1`; `-` when it is none. */
  readonly route: string
  readonly status: number
  readonly ms: number
}

export interface RelayLimits {
  /** Until Close's answer begins, in ms. */
  readonly headersMs: number
  /** Between two parts of its body, in ms. */
  readonly idleMs: number
  /** Of the whole, in ms. */
  readonly totalMs: number
  /** Of an answer, in bytes after decompression. */
  readonly answerBytes: number
  /** Of a question, in bytes. */
  readonly questionBytes: number
}

export const relayLimits: RelayLimits = {
  headersMs: 25_000,
  idleMs: 30_000,
  totalMs: 120_000,
  answerBytes: 32 * 1024 * 1024,
  questionBytes: 64 * 1024,
}

export interface RelayOptions {
  /** Scheme, host and port of the API, such as `https://api.close.com`. */
  readonly origin: string
  readonly fetch: typeof fetch
  readonly log: (line: LogLine) => void
  readonly limits: RelayLimits
}

const prefix = '/api/v1'

/** Answers requests below `/api/v1`, refusing what the page would not ask before anything is sent. */
export function createRelay(options: RelayOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const started = performance.now()
    const { pathname } = new URL(request.url)
    const route = pathname.startsWith(prefix) ? routeOf(pathname.slice(prefix.length)) : undefined
    const answer = refusalOf(request, route) ?? (await passOn(request, options))
    const ms = Math.round(performance.now() - started)
    options.log({ method: request.method, route: route?.template ?? '-', status: answer.status, ms })
    return answer
  }
}

/** Only this page may ask, only what it reads, and only with a credential of its own. */
function refusalOf(request: Request, route: Route | undefined): Response | undefined {
  if (request.headers.get('sec-fetch-site') !== 'same-origin' || request.headers.get('x-close-explorer') !== '1')
    return refuse(403, 'Only the explorer’s own page may ask here.')
  if (!route) return refuse(404, 'The explorer does not read this path.')
  if (request.method !== route.method)
    return refuse(405, 'The explorer only reads: nothing in Close is changed from here.', { allow: route.method })
  if (!request.headers.has('authorization')) return refuse(401, 'Not connected to Close: no API key or token was sent.')
  return undefined
}

async function passOn(request: Request, { origin, fetch, limits }: RelayOptions): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const { host } = new URL(origin)
  const patience = new AbortController()
  const giveUpAfter = (ms: number) => setTimeout(() => patience.abort(new TimedOut()), ms)
  const total = giveUpAfter(limits.totalMs)
  let pause = giveUpAfter(limits.headersMs)
  const heard = () => {
    clearTimeout(pause)
    pause = giveUpAfter(limits.idleMs)
  }

  try {
    const question = await questionOf(request, limits.questionBytes)
    if (question instanceof Response) return question
    const answer = await fetch(`${origin}${pathname}${search}`, {
      ...question,
      redirect: 'manual',
      signal: AbortSignal.any([request.signal, patience.signal]),
    })
    heard()
    return await answerOf(answer, host, limits.answerBytes, heard)
  } catch (error) {
    if (request.signal.aborted) return gone()
    return failureOf(patience.signal.aborted ? patience.signal.reason : error, host)
  } finally {
    clearTimeout(total)
    clearTimeout(pause)
  }
}

/** Nobody reads this answer: who asked has left. 499 is what the log calls that. */
const gone = () => new Response(null, { status: 499 })

const sent = ['authorization', 'accept', 'content-type', 'x-tz-offset'] as const

async function questionOf(request: Request, cap: number): Promise<RequestInit | Response> {
  const headers = new Headers({ 'user-agent': 'close-activity-explorer' })
  for (const name of sent) {
    const value = request.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  if (request.method === 'GET') return { method: 'GET', headers }
  const body = await readWhole(request, cap)
  return body.status === 'whole'
    ? { method: 'POST', headers, body: body.bytes }
    : refuse(413, 'The question is larger than the relay passes on.')
}

/** The rate limit's words, old and new. The draft's successor splits it in two headers. */
const passed = /^(?:content-type|date|retry-after|(?:x-)?rate-?limit(?:-[a-z]+)*)$/

async function answerOf(answer: Response, host: string, cap: number, onPart: () => void): Promise<Response> {
  if (answer.status >= 300 && answer.status < 400) {
    await answer.body?.cancel()
    return refuse(502, `${host} answered with a redirect, which the relay does not follow.`)
  }
  const body = await readWhole(answer, cap, onPart)
  if (body.status === 'too-large') return refuse(502, `${host} sent more than the relay passes on.`)

  const headers = new Headers([...answer.headers].filter(([name]) => passed.test(name)))
  headers.set('cache-control', 'no-store')
  const bodiless = answer.status === 204 || answer.status === 205
  return new Response(bodiless ? null : body.bytes, { status: answer.status, headers })
}
