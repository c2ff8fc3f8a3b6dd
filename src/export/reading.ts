/** What an export asks for: the plan's streams with the largest pages, and no field that is not needed. */
import { fieldsFor, type Column } from '#core/activity/columns.ts'
import { maxLimit, type ActivityQuery } from '#core/query/activity-query.ts'
import { linesPlan, type ConversationLines, type LinesPlan } from '#core/query/conversation-lines.ts'
import type { NonEmpty, Stream } from '#core/query/plan-types.ts'
import { columnsOfFile, hasOthers } from './file-columns.ts'
import type { ExportNeeds } from './needs.ts'
import { refinedBy, type Refined } from './refined.ts'

/** What is read, and how it is judged. */
export interface Reading {
  readonly streams: NonEmpty<Stream>
  readonly threads: Stream | null
  readonly isLine: LinesPlan['isLine']
  readonly refined: Refined | null
  /** The streams asked for no more than ids and dates, and what the judgement needs. */
  readonly bare: NonEmpty<Stream>
}

export function readingOf(needs: ExportNeeds, pageRows: number): Reading {
  const { plan, query, lines } = needs
  const [planned, ...more] = plan.streams
  const first = plannedLines(planned, lines)
  const others = more.map((stream) => plannedLines(stream, lines).stream)
  const refined = refinedBy(query, first.stream)
  const wanted = hasOthers(needs) ? null : fieldsParameter(query, columnsOfFile(needs), lines, refined)
  const judged = refined && refined.fields === null ? null : [...bare, ...(refined?.fields ?? [])]
  const ids = judged && fitting([...judged, ...(lines === undefined ? [] : ['thread_id'])])
  const as = (fields: string | null) => (stream: Stream) => prepared(stream, fields, pageRows)
  return {
    streams: [as(wanted)(first.stream), ...others.map(as(wanted))],
    threads: first.threads && as(bare.join(','))(first.threads),
    isLine: first.isLine,
    refined,
    bare: [as(ids)(first.stream), ...others.map(as(ids))],
  }
}

const bare = ['id', '_type', 'date_created', 'activity_at']

function plannedLines(stream: Stream, lines: ConversationLines | undefined): LinesPlan {
  return lines === undefined ? { stream, threads: null, isLine: () => true } : linesPlan(stream, lines)
}

function fieldsParameter(
  { resource }: ActivityQuery,
  columns: readonly Column[],
  lines: ConversationLines | undefined,
  refined: Refined | null,
): string | null {
  const wanted = fieldsFor(lines === 'messages' && resource === 'emailthread' ? 'email' : resource, columns)
  return fitting([...wanted, ...(lines === undefined ? [] : ['thread_id']), ...(refined?.fields ?? [])])
}

/** Longer ones make addresses that servers refuse; without the parameter Close sends every field. */
const longestFields = 3000

function fitting(fields: readonly string[]): string | null {
  const text = [...new Set(fields)].join(',')
  return text.length > longestFields ? null : text
}

/** The stream with the largest pages, asking only for what is needed. */
function prepared(stream: Stream, fields: string | null, pageRows: number): Stream {
  const others = stream.parameters.filter(([name]) => name !== '_fields')
  const parameters = fields === null ? others : [...others, ['_fields', fields] as const]
  return { ...stream, parameters, limit: Math.min(pageRows, maxLimit) }
}
