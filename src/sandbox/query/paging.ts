import type { Parameters } from './parameters.ts'
import type { Problems } from './problems.ts'

export interface Paging {
  readonly limit: number
  readonly skip: number
}

/** What a resource allows. */
export interface PagingBounds {
  readonly defaultLimit: number
  readonly maximumLimit: number
  readonly skipCeiling: number
}

const integer = /^[+-]?\d+$/

/** `_limit` and `_skip`. Too large a limit is refused in the newer shape, all else in the older one. */
export function readPaging(parameters: Parameters, problems: Problems, bounds: PagingBounds): Paging {
  const limit = readCount('_limit', parameters, problems) ?? bounds.defaultLimit
  const skip = readCount('_skip', parameters, problems) ?? 0
  if (limit > bounds.maximumLimit)
    problems.field('_limit', `Input should be less than or equal to ${bounds.maximumLimit}`)
  if (skip > bounds.skipCeiling) {
    problems.error(
      `The skip you set is larger than the maximum skip for this resource (max_skip = ${bounds.skipCeiling}). Please narrow your query, for example by date_created.`,
    )
  }
  return { limit, skip }
}

function readCount(name: string, parameters: Parameters, problems: Problems): number | null {
  const text = parameters.text(name)
  if (text === null) return null
  if (!integer.test(text)) {
    problems.error(`${name} must be an integer (got "${text}" instead).`)
    return null
  }
  const count = Number(text)
  if (count < 0) problems.error(`${name} must be a non-negative integer (got "${text}" instead).`)
  return count
}
