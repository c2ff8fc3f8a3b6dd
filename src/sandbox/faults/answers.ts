import { rateHeader } from '#sandbox/rate.ts'
import { answer, errorRefusal, fieldRefusal, jsonResponse, notFound, Refusal, unauthorized } from '#sandbox/refusal.ts'
import { type Fault, type FaultName, numberIn } from './catalogue.ts'

/** Faults that answer instead of the API. */
const answers: Partial<Record<FaultName, (fault: Fault) => Response>> = {
  '400': ({ particulars: { field, message = 'The request was refused.' } }) =>
    answer(field === undefined ? errorRefusal(400, message) : fieldRefusal({ [field]: message })),
  '401': () => answer(unauthorized),
  '402': () => answer(errorRefusal(402, 'Your plan does not include this feature.')),
  '403': () => answer(errorRefusal(403, 'You do not have permission to do this.')),
  '404': () => answer(notFound('Activity')),
  '429': tooMany,
  '500': () => jsonResponse({ error: 'Internal server error' }, 500),
  '502': () => page(502, 'Bad gateway', 'The server could not be reached.'),
  '503': (fault) =>
    answer(
      new Refusal(
        503,
        { error: 'Service temporarily unavailable' },
        fault.particulars['retryAfter'] === undefined
          ? {}
          : { 'retry-after': String(numberIn(fault, 'retryAfter', 2)) },
      ),
    ),
  '504': () => new Response('', { status: 504 }),
  html: () => page(200, 'Sign in', 'Please accept the terms of this network.'),
  redirect: () => new Response(null, { status: 302, headers: { location: 'https://elsewhere.example/api/v1/' } }),
  'empty-body': () => new Response('', { status: 200, headers: { 'content-type': 'application/json' } }),
  'null-body': () => jsonResponse(null),
}

/** The answer that a fault gives instead of the API; null when it leaves the answer to it. */
export function answerOf(fault: Fault): Response | null {
  return answers[fault.name]?.(fault) ?? null
}

function tooMany(fault: Fault): Response {
  const reset = numberIn(fault, 'retryAfter', 2)
  const body = {
    error: {
      message: 'API call count exceeded',
      rate_reset: reset,
      rate_limit: 100,
      rate_window: 1,
      rate_limit_type: 'key',
      rate_endpoint_group: 'sandbox',
    },
  }
  return answer(new Refusal(429, body, rateHeaders(fault.particulars['headers'], reset)))
}

function rateHeaders(form: string | undefined, reset: number): Record<string, string> {
  if (form === 'none') return {}
  if (form === 'garbled') return { RateLimit: 'limit=many; reset=soon', 'retry-after': 'later' }
  return { RateLimit: rateHeader({ limit: 100, remaining: 0, reset }), 'retry-after': String(Math.ceil(reset)) }
}

function page(status: number, title: string, text: string): Response {
  const html = `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>\n`
  return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
}
