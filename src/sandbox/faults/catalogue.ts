/** What can be made to go wrong, and what each does. Asked for by a header or through the control endpoint. */
export const faults = {
  '400': 'refused, under the parameter `field` if one is given, with `message`',
  '401': 'the credential has expired',
  '402': 'the plan does not allow it',
  '403': 'the user may not',
  '404': 'nothing there',
  '429': 'too many requests; `retryAfter` seconds (default 2), `headers=none` or `headers=garbled`',
  '500': 'an error with a JSON body',
  '502': 'an error page in HTML',
  '503': 'an error with a JSON body; `retryAfter` adds the header',
  '504': 'an error with an empty body',
  cut: 'the connection is lost in the middle of the body',
  hang: 'no answer until the client gives up, or the faults are cleared',
  slow: 'the answer comes after `ms` (default 1000)',
  html: '200 with a login page in HTML',
  redirect: '302 to another host',
  'truncated-json': '200 with the first half of the JSON',
  'empty-body': '200 with no body',
  'null-body': '200 with `null`',
  'data-object': '`data` is an object',
  'has-more-missing': 'no `has_more`',
  'row-without-id': 'the first row has no `id`',
  'unknown-type': 'the first row has a `_type` that nobody knows',
  'repeated-row': 'the first row comes twice',
  'out-of-order': 'the page in ascending order',
  'shuffled-ties': 'rows with equal dates in another order each time',
  'short-page': 'only its first `count` (default 1) rows, and `has_more` when that leaves some out',
  'empty-page': 'no rows, yet `has_more`',
  'never-ending': '`has_more` is always true',
  'ends-early': '`has_more` is false',
  insert: 'after the answer, `count` (default 1) new activities like its first row appear now',
  'insert-backdated': 'after the answer, `count` activities like its first row appear in the middle of its dates',
  delete: 'after the answer, `count` of its rows are deleted',
  touch: 'after the answer, `count` of its rows get dates older than the page',
  ties: 'at once, `count` (default 600) notes of one timestamp appear on the lead `lead_id` (default the large one)',
  'skip-ceiling': 'at once and until cleared, the largest `_skip` is `value`',
  'limit-ceiling': 'at once and until cleared, the largest `_limit` is `value`',
} as const

export type FaultName = keyof typeof faults

export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faults, name)
}

/** A fault with its particulars, such as `retryAfter` or `count`. */
export interface Fault {
  readonly name: FaultName
  readonly particulars: Readonly<Record<string, string>>
}

export function numberIn({ particulars }: Fault, name: string, otherwise: number): number {
  const value = Number(particulars[name] ?? '')
  return particulars[name] !== undefined && Number.isFinite(value) ? value : otherwise
}

/** Reads `429` or `429; retryAfter=3`; null when there is no such fault. */
export function parseFault(text: string): Fault | null {
  const [name = '', ...rest] = text.split(';').map((part) => part.trim())
  if (!isFaultName(name)) return null
  const particulars = rest
    .map((part) => part.split('='))
    .map(([key = '', ...value]) => [key.trim(), value.join('=').trim()] as const)
  return { name, particulars: Object.fromEntries(particulars) }
}
