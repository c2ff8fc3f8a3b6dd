import type { Strictness } from '#sandbox/strictness.ts'
import { HOUR, type Micros, parseFilterMoment } from '#sandbox/time.ts'
import type { Parameters } from './parameters.ts'
import type { Problems } from './problems.ts'

/** From the first moment up to, not including, the second. */
export interface Span {
  readonly from: Micros
  readonly until: Micros
}

export const always: Span = { from: -Infinity, until: Infinity }

export const comparisons = ['gt', 'gte', 'lt', 'lte'] as const
type Comparison = (typeof comparisons)[number]

/** The bounds on one date, all of them together; null when none is given. */
export function readSpan(
  field: string,
  allowed: readonly Comparison[],
  parameters: Parameters,
  problems: Problems,
  strictness: Strictness,
  zone: Micros,
): Span | null {
  let span: Span | null = null
  for (const comparison of allowed) {
    const name = `${field}__${comparison}`
    const text = parameters.text(name)
    if (text === null) continue
    const bound = boundOf(comparison, text, zone)
    if (bound !== null) span = intersect(span ?? always, bound)
    else if (strictness.malformedDate === 'refuse') problems.field(name, 'Input should be a valid date or datetime')
  }
  return span
}

// Rows stand at whole microseconds, so a bound between two of them is the same as one at the next.
function boundOf(comparison: Comparison, text: string, zone: Micros): Span | null {
  const moment = parseFilterMoment(text, zone)
  if (moment === null) return null
  const up = moment.exact ? moment.floor : moment.floor + 1
  const after = moment.floor + 1
  switch (comparison) {
    case 'gt':
      return { from: after, until: Infinity }
    case 'gte':
      return { from: up, until: Infinity }
    case 'lt':
      return { from: -Infinity, until: up }
    case 'lte':
      return { from: -Infinity, until: after }
  }
}

function intersect(a: Span, b: Span): Span {
  return { from: Math.max(a.from, b.from), until: Math.min(a.until, b.until) }
}

/** The zone of `x-tz-offset`, in which dates without a zone are read: hours from UTC such as `-4` or `-2.5`. */
export function readZone(header: string | null, problems: Problems, strictness: Strictness): Micros {
  if (header === null || header.trim() === '') return 0
  const hours = Number(header)
  if (Number.isFinite(hours) && Math.abs(hours) <= 14) return hours * HOUR
  if (strictness.malformedTzOffset === 'refuse')
    problems.error(`x-tz-offset must be a number of hours (got "${header}" instead).`)
  return 0
}
