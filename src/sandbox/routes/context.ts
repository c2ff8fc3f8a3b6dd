import type { Call } from '#sandbox/call.ts'
import { type Paging, type PagingBounds, readPaging } from '#sandbox/query/paging.ts'
import { Parameters } from '#sandbox/query/parameters.ts'
import { Problems } from '#sandbox/query/problems.ts'
import type { Refusal } from '#sandbox/refusal.ts'
import type { Strictness } from '#sandbox/strictness.ts'
import type { World } from '#sandbox/world.ts'

/** What the routes answer from. */
export interface RouteContext {
  readonly world: World
  readonly strictness: Strictness
  /** The largest `_skip` just now. */
  skipCeiling(): number
  /** The largest `_limit` just now, for a resource that allows `usual`. */
  maximumLimit(usual: number): number
  /** Takes note of parameters that the path does not document. */
  noteUnknown(path: string, names: readonly string[]): void
  /** Milliseconds since 1970. */
  now(): number
}

/** What a route does: JSON to send, or a refusal. */
export type Route = (call: Call, params: Readonly<Record<string, string>>) => unknown

interface Reading {
  readonly parameters: Parameters
  readonly paging: Paging
}

/** Reads the parameters of a list that is no activity list. `documented` names those besides paging and `_fields`. */
export function readSimpleList(
  call: Call,
  context: RouteContext,
  documented: readonly string[],
  usualMaximum = 100,
): Reading | Refusal {
  const problems = new Problems()
  const known = new Set(['_limit', '_skip', '_fields', ...documented])
  const unknown = [...new Set(call.parameters.keys())].filter((name) => !known.has(name))
  context.noteUnknown(call.path, unknown)
  if (context.strictness.unknownParameters === 'refuse')
    for (const name of unknown) problems.field(name, 'Extra inputs are not permitted')
  const parameters = new Parameters(call.parameters, problems, context.strictness)
  const paging = readPaging(parameters, problems, boundsOf(context, usualMaximum))
  return problems.refusal() ?? { parameters, paging }
}

export function boundsOf(context: RouteContext, usualMaximum: number): PagingBounds {
  const maximumLimit = context.maximumLimit(usualMaximum)
  return { defaultLimit: Math.min(100, maximumLimit), maximumLimit, skipCeiling: context.skipCeiling() }
}

/** One page of things that are all known. */
export function pageOf<T>(items: readonly T[], { limit, skip }: Paging): { data: readonly T[]; has_more: boolean } {
  return { data: items.slice(skip, skip + limit), has_more: skip + limit < items.length }
}
