/** What a person chooses for an export, and the job that makes. */
import { columnsOf, type Column } from '#core/activity/columns.ts'
import type { ActivityQuery } from '#core/query/activity-query.ts'
import type { ConversationLines } from '#core/query/conversation-lines.ts'
import { showsConversations, type ReadyPlan } from '#core/query/plan.ts'
import { sheetRows } from '#export/estimate.ts'
import type { ExportJob } from '#export/job.ts'
import type { ExportProfile } from '#export/needs.ts'

export type ColumnsChoice = 'visible' | 'all' | 'chosen'

export interface ExportOptions {
  readonly columns: ColumnsChoice
  /** Ids, for `chosen`. */
  readonly chosen: readonly string[]
  readonly profile: ExportProfile
  readonly lines: ConversationLines
  /** IANA name. */
  readonly timeZone: string
  readonly verify: boolean
  readonly splits: boolean
  /** As typed. */
  readonly rowsPerFile: string
}

export function usualOptions(query: ActivityQuery, viewerZone: string): ExportOptions {
  return {
    columns: 'visible',
    chosen: columnsOf(query).map(({ id }) => id),
    profile: 'spreadsheet',
    lines: 'conversations',
    timeZone: query.timeZone ?? viewerZone,
    verify: false,
    splits: false,
    rowsPerFile: '1000000',
  }
}

/** Fewer rows make more files than a person wants; a number beyond is none that a program counts exactly. */
const fewestRows = 100
const mostRows = 1_000_000_000

/** The rows of each file; null for one file; a sentence when the text is no such number. */
export function rowsPerFileOf({
  splits,
  rowsPerFile,
}: Pick<ExportOptions, 'splits' | 'rowsPerFile'>): number | null | string {
  if (!splits) return null
  const digits = rowsPerFile.replace(/[\s,.'’]/g, '')
  const rows = /^\d{1,10}$/.test(digits) ? Number(digits) : 0
  return rows >= fewestRows && rows <= mostRows ? rows : `Give a number of rows, ${fewestRows} or more.`
}

/** Whether Excel cannot show a file of so many rows; null while nobody knows how many there are. */
export function exceedsSheet(rows: number | null, perFile: number | null): boolean | null {
  if (perFile !== null) return perFile > sheetRows
  return rows === null ? null : rows > sheetRows
}

interface JobNeeds {
  readonly query: ActivityQuery
  readonly plan: ReadyPlan
  readonly options: ExportOptions
  /** Every column that the list can fill; read for `all` alone. */
  readonly all: readonly Column[]
  readonly id: string
  readonly scope: string
  readonly locale: string
  readonly organization: ExportJob['organization']
}

export function jobOf({ query, plan, options, all, id, scope, locale, organization }: JobNeeds): ExportJob {
  const { columns, chosen, profile, lines, timeZone, verify } = options
  const perFile = rowsPerFileOf(options)
  const ids = { visible: columnsOf(query).map((column) => column.id), all: all.map((column) => column.id), chosen }
  return {
    version: 1,
    id,
    scope,
    query,
    plan,
    columns: ids[columns],
    profile,
    lines: showsConversations(query) ? lines : null,
    others: columns === 'all',
    timeZone,
    locale,
    verify,
    rowsPerFile: typeof perFile === 'number' ? perFile : null,
    organization,
  }
}
