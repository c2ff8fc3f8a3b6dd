/** Speaks to the Close API: one method to ask, and everything between a person's patience and a network's moods. */
import type { Parameters } from '#core/query/plan-types.ts'
import type { Clock } from '#lib/clock.ts'
import { readBody } from './body.ts'
import { authorizationOf, formsOf, type Credential } from './credential.ts'
import { endpointGroup } from './endpoint-group.ts'
import { readErrorBody } from './error-body.ts'
import { CloseError, type CloseErrorDetails, type CloseErrorKind } from './errors.ts'
import type { PacePriority } from './pace-queue.ts'
import { createPacer, type Pacer, type Pass } from './pacer.ts'
import { createRequestLog, type RequestLog } from './request-log.ts'
import { rateLimitOf, waitSecondsOf } from './rate-limit.ts'
import { attemptMs, backoff, isWorthRepeating, maxSlowdowns, type Failure } from './retry.ts'
import { timedOut, withTimeLimit } from './time-limit.ts'

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined
  /** `background` lets the others pass: for exports and the like. Default `interactive`. */
  readonly priority?: PacePriority | undefined
  /** One try, whatever comes of it: for what is asked again anyway. */
  readonly once?: boolean | undefined
  /** Called when a try has failed and another follows: `slow-down` when Close asked to wait. */
  readonly onRepeat?: ((why: 'failed' | 'slow-down') => void) | undefined
}

/** Resolves with parsed JSON; rejects with a `CloseError`, or with the signal's reason once that is aborted. */
export interface CloseClient {
  get(path: string, parameters?: Parameters, options?: RequestOptions): Promise<unknown>
  /** For questions that Close takes by POST, such as `/data/search/`. Repeated like a GET. */
  post(path: string, body: unknown, options?: RequestOptions): Promise<unknown>
  readonly pacer: Pacer
  /** What was asked of late. */
  readonly requests: RequestLog
}

interface Needs {
  readonly fetch: (request: Request) => Promise<Response>
  /** Absolute, or relative to the page: `/api/v1`. */
  readonly baseUrl: string
  /** Read for every try; null refuses without asking. */
  readonly credential: () => Credential | null
  readonly clock: Clock
  readonly headers?: Readonly<Record<string, string>>
  /** From 0 up to 1, for the jitter between tries. */
  readonly random?: () => number
}

interface Target {
  readonly path: string
  readonly parameters: Parameters
}

type Question = Target & ({ readonly method: 'GET' } | { readonly method: 'POST'; readonly body: string })

type Outcome =
  | { readonly status: 'answered'; readonly value: unknown }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'slow-down' }

const never = new AbortController().signal

export function createCloseClient(needs: Needs): CloseClient {
  const { fetch, baseUrl, clock, random = Math.random } = needs
  const pacer = createPacer(clock)
  const requests = createRequestLog()

  /** Tries until there is an answer or a reason to stop. */
  async function ask(url: string, question: Question, options: RequestOptions): Promise<unknown> {
    const { signal = never, priority = 'interactive', once = false } = options
    const group = endpointGroup(question.method, question.path)
    let tries = 0
    let unreadable = 0
    let slowdowns = 0
    let elapsed = 0
    for (;;) {
      const pass = await pacer.enter(group, priority, options.signal)
      const start = clock.now()
      const outcome = await attempt(url, question, pass, signal)
      if (outcome.status === 'answered') return outcome.value
      if (outcome.status === 'slow-down') {
        slowdowns += 1
        if (once || slowdowns >= maxSlowdowns) throw new CloseError('rate-limited', { status: 429 })
        options.onRepeat?.('slow-down')
        continue
      }
      slowdowns = 0
      tries += 1
      elapsed += clock.now() - start
      // An answer worth one more try is not given up for what happened before it.
      if (outcome.failure.again === 'once') unreadable += 1
      const counted = outcome.failure.again === 'once' ? unreadable : tries
      const wait = once ? null : backoff(outcome.failure, counted, elapsed, random())
      if (wait === null) throw outcome.failure.error
      options.onRepeat?.('failed')
      await pacer.rest(wait, signal)
      elapsed += wait
    }
  }

  /** One request, and what came of it. Rejects only when the caller aborts. */
  async function attempt(url: string, question: Question, pass: Pass, signal: AbortSignal): Promise<Outcome> {
    const credential = needs.credential()
    if (!credential) return failed('never', 'unauthorized', { message: 'Not connected to Close.' })
    const startedAt = clock.now()
    const note = (status: number | null, text: string | null) => {
      const { method, path, parameters } = question
      const body = question.method === 'POST' ? question.body : null
      const took = clock.now() - startedAt
      requests.record(
        { method, path, parameters, body, startedAt, took, status },
        text === null ? null : redact(text, credential),
      )
    }
    try {
      return await withTimeLimit(clock, attemptMs, signal, async (limited) => {
        const response = await fetch(requestOf(url, question, credential, limited))
        listen(response, pass)
        const text = await readBody(response)
        note(response.status, text)
        return outcomeOf(response, text, credential)
      })
    } catch (error) {
      note(null, null)
      if (signal.aborted) throw signal.reason
      if (error === timedOut) return failed('often', 'timeout', {})
      return failed('often', 'unreachable', { cause: withoutSecret(error, credential) })
    }
  }

  function requestOf(url: string, question: Question, credential: Credential, signal: AbortSignal): Request {
    const headers = new Headers({
      accept: 'application/json',
      'x-close-explorer': '1',
      ...needs.headers,
      authorization: authorizationOf(credential),
    })
    if (question.method === 'POST') headers.set('content-type', 'application/json')
    return new Request(url, {
      method: question.method,
      body: question.method === 'POST' ? question.body : null,
      headers,
      signal,
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
    })
  }

  /** As soon as the headers are there: others may be about to go. */
  function listen({ status, headers }: Response, pass: Pass) {
    pass.hear(rateLimitOf(headers, clock.now()))
    if (status === 429) pass.refused(waitSecondsOf(headers, clock.now()))
  }

  function outcomeOf(response: Response, text: string | null, credential: Credential): Outcome {
    if (response.status === 429) return { status: 'slow-down' }
    if (text === null) return failed('never', 'misread', { message: 'The answer is larger than 32 MB.' })
    if (!response.ok) return refusal(response.status, redact(text, credential))
    return answer(response, text)
  }

  return {
    get: (path, parameters = [], options = {}) =>
      ask(urlOf(baseUrl, path, parameters), { method: 'GET', path, parameters }, options),
    post: (path, body, options = {}) =>
      ask(urlOf(baseUrl, path, []), { method: 'POST', path, parameters: [], body: JSON.stringify(body) }, options),
    pacer,
    requests,
  }
}

/** Commas stay as they are: every list in the API is written with them. */
export function urlOf(baseUrl: string, path: string, parameters: Parameters): string {
  const search = new URLSearchParams(parameters.map(([name, value]) => [name, value]))
  const query = search.toString().replaceAll('%2C', ',')
  return `${baseUrl.replace(/\/$/, '')}${path}${query === '' ? '' : `?${query}`}`
}

function failed(again: Failure['again'], kind: CloseErrorKind, details: CloseErrorDetails): Outcome {
  return { status: 'failed', failure: { again, error: new CloseError(kind, details) } }
}

function refusal(status: number, text: string): Outcome {
  const { words, fields } = readErrorBody(text)
  const details = { status, fields, ...(words === '' ? {} : { words }) }
  return failed(isWorthRepeating(status) ? 'often' : 'never', kindOf(status), details)
}

function kindOf(status: number): CloseErrorKind {
  if (status === 401) return 'unauthorized'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not-found'
  if (status === 408) return 'timeout'
  return status >= 500 ? 'server' : 'refused'
}

function answer(response: Response, text: string): Outcome {
  const type = response.headers.get('content-type')?.split(';')[0]?.trim() ?? ''
  const { status } = response
  if (type !== '' && !/json$/i.test(type)) {
    const what = /^[\w.+-]+\/[\w.+-]+$/.test(type) ? ` (it is ${type})` : ''
    const message = `The answer did not come from the Close API${what}. A sign-in page or a proxy may be in between.`
    return failed('never', 'not-close', { status, message })
  }
  try {
    return { status: 'answered', value: JSON.parse(text) }
  } catch {
    // The parser's own words quote the answer, so they are not kept.
    const message =
      text.trim() === '' ? 'Close sent an empty answer.' : 'The answer from Close was cut short or garbled.'
    return failed('once', 'misread', { status, message })
  }
}

/** Some servers quote the request in their answer. */
function redact(text: string, credential: Credential): string {
  return formsOf(credential).reduce((clean, form) => clean.replaceAll(form, '[removed]'), text)
}

/** The cause, unless it holds the secret in any form. */
function withoutSecret(error: unknown, credential: Credential): unknown {
  const texts = error instanceof Error ? [error.message, error.stack, String(error.cause)].join('\n') : String(error)
  return formsOf(credential).some((form) => texts.includes(form)) ? undefined : error
}
