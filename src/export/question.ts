/** What an export was asked, in the words and figures of its receipt. */
import { listName } from '#core/close/activity-types.ts'
import { hasRefinements, refinementsOf } from '#core/activity/refinements.ts'
import { describeRefinements } from '#core/query/describe-refinements.ts'
import { describeFilters } from '#core/query/describe.ts'
import { serializeSearch } from '#core/query/search-params.ts'
import { firstCursor, requestOf } from '#core/query/walk.ts'
import type { ExportNeeds } from './needs.ts'
import type { ExportQuestion } from './receipt.ts'

export function questionOf(needs: ExportNeeds): ExportQuestion {
  const { query, plan, columns, context, lines } = needs
  const filters = [...describeFilters(query, context.names, context), ...describeRefinements(query, context.names)].map(
    ({ text }) => text,
  )
  return {
    words: [listName(query.resource), ...filters].join(' · '),
    search: needs.search ?? serializeSearch(query),
    plan: plan.streams.map((stream) => {
      const { path, parameters } = requestOf(stream, firstCursor())
      return { path, parameters: Object.fromEntries(parameters) }
    }),
    exactness: lines === undefined && !hasRefinements(query) ? 'close' : 'here',
    profile: needs.profile,
    columns: columns.map(({ id }) => id),
    timeZone: context.timeZone,
    organizationId: needs.organizationId ?? null,
    toolVersion: needs.toolVersion ?? null,
  }
}

/** The same text for the same question and the same file: an export goes on only with that. */
export function fingerprintOf(needs: ExportNeeds): string {
  const { plan, query, columns, profile, lines, others, rowsPerFile, context } = needs
  const streams = plan.streams.map(({ path, parameters, sort, from, until }) => [path, parameters, sort, from, until])
  const ids = columns.map(({ id }) => id)
  return JSON.stringify([
    streams,
    refinementsOf(query),
    ids,
    profile,
    lines ?? null,
    others ?? false,
    rowsPerFile ?? null,
    context.timeZone,
  ])
}
