/** What an export was asked, in the words and figures of its receipt. */
import { listName } from '#core/close/activity-types.ts'
import { describeFilters } from '#core/query/describe.ts'
import { serializeSearch } from '#core/query/search-params.ts'
import { firstCursor, requestOf } from '#core/query/walk.ts'
import type { ExportNeeds } from './needs.ts'
import type { ExportQuestion } from './receipt.ts'

export function questionOf(needs: ExportNeeds): ExportQuestion {
  const { query, plan, columns, context, lines } = needs
  const filters = describeFilters(query, context.names, context).map(({ text }) => text)
  return {
    words: [listName(query.resource), ...filters].join(' · '),
    search: needs.search ?? serializeSearch(query),
    plan: plan.streams.map((stream) => {
      const { path, parameters } = requestOf(stream, firstCursor())
      return { path, parameters: Object.fromEntries(parameters) }
    }),
    exactness: lines === undefined ? 'close' : 'here',
    profile: needs.profile,
    columns: columns.map(({ id }) => id),
    timeZone: context.timeZone,
    organizationId: needs.organizationId ?? null,
    toolVersion: needs.toolVersion ?? null,
  }
}

/** The same text for the same question and the same file: an export goes on only with that. */
export function fingerprintOf(needs: ExportNeeds): string {
  const { plan, columns, profile, lines, others, rowsPerFile, context } = needs
  const streams = plan.streams.map(({ path, parameters, sort, from, until }) => [path, parameters, sort, from, until])
  const ids = columns.map(({ id }) => id)
  return JSON.stringify([streams, ids, profile, lines ?? null, others ?? false, rowsPerFile ?? null, context.timeZone])
}
