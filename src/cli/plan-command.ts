/** `close-activities plan` */
import { urlOf } from '#client/close-client.ts'
import { listName } from '#core/close/activity-types.ts'
import { idOnlyNames } from '#core/activity/names.ts'
import { hasRefinements } from '#core/activity/refinements.ts'
import { describeRefinements } from '#core/query/describe-refinements.ts'
import { describeFilters } from '#core/query/describe.ts'
import type { Edge, Stream } from '#core/query/plan-types.ts'
import { showsConversations } from '#core/query/plan.ts'
import { formatInstant } from '#core/query/timestamp.ts'
import { firstCursor, requestOf } from '#core/query/walk.ts'
import { exitStatus, type ExitStatus } from './exit-status.ts'
import type { Io } from './io.ts'
import { readLink, type ReadLink } from './read-link.ts'

export async function planCommand(text: string, io: Io, now: number): Promise<ExitStatus> {
  const link = readLink(text, { timeZone: io.timeZone, now })
  if (link.status === 'refused') {
    io.err(`${link.lines.join('\n')}\n`)
    return exitStatus.badQuery
  }
  for (const note of link.notes) io.err(`${note}\n`)
  await io.out(planText(link, io.timeZone))
  return exitStatus.complete
}

function planText({ query, plan }: Extract<ReadLink, { status: 'ready' }>, viewerZone: string): string {
  const timeZone = query.timeZone ?? viewerZone
  const wording = { timeZone, locale: 'en', names: idOnlyNames, sort: query.sort }
  const filters = describeFilters(query, idOnlyNames, wording).map(({ text }) => text)
  const refinements = describeRefinements(query, idOnlyNames).map(({ text }) => text)
  const lines = [
    [listName(query.resource), ...filters].join(' · '),
    '',
    ...plan.streams.flatMap((stream) => [`GET ${firstRequest(stream)}`, ...reasons(stream)]),
    '',
    'Exact: every filter is Close’s own, and every row comes from its answer.',
    ...(hasRefinements(query) ? [`Then, of what Close sends, only: ${refinements.join(' · ')}`] : []),
    ...(showsConversations(query) ? ['Email threads: a line each, or one for each message, by --lines.'] : []),
    'Close gives no total, so how many requests follow is not known before the last one.',
  ]
  return `${lines.join('\n')}\n`
}

function firstRequest(stream: Stream): string {
  const { path, parameters } = requestOf(stream, firstCursor())
  return urlOf('/api/v1', path, parameters)
}

function reasons({ sort, from, until }: Stream): readonly string[] {
  const period =
    from || until ? `from ${edgeText(from, 'the first')} to ${edgeText(until, 'the last')}` : 'of all times'
  const pages =
    sort === 'date_created'
      ? 'Further pages ask for rows at or before the date of the last one, rounded up to the second, so that nothing shifts while rows come and go. An export splits the period into parts that are read side by side.'
      : 'Further pages ask for rows at or before the date of the last one, one after the other: activity times can be edited.'
  return [`  Newest first by ${sort}, ${period}.`, `  ${pages}`]
}

function edgeText(edge: Edge | null, open: string): string {
  return edge ? `${formatInstant(edge.at)}${edge.inclusive ? ', included' : ', excluded'}` : open
}
