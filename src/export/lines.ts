/** From a page's activities to a file's lines: which are lines, which came too late, what they are called, how they are written. */
import type { CloseClient } from '#client/close-client.ts'
import { toRow } from '#core/activity/row.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { fileFormat } from '#core/csv/file-format.ts'
import type { Anomaly } from '#core/query/walk.ts'
import type { AsOf } from './as-of.ts'
import { columnsOfFile, hasOthers } from './file-columns.ts'
import { createExportNames } from './export-names.ts'
import type { Taken } from './live-window.ts'
import { createMovers } from './movers.ts'
import type { ExportNeeds } from './needs.ts'
import { gatherOthers } from './other-fields.ts'
import type { Refined } from './refined.ts'

/** A page's worth of a file. */
export interface Page {
  /** With their line ends. */
  readonly lines: readonly string[]
  /** The ids of these lines with their dates, when they are wanted. */
  readonly ids: readonly (readonly [id: string, date: string])[]
  readonly found: number
  readonly repeated: number
  readonly late: number
  readonly refined: number
  /** Rows that are no lines of their own, or came before at another date. */
  readonly apart: number
  readonly replaced: number
  readonly cut: number
  readonly first: string | null
  readonly last: string | null
  readonly anomalies: readonly Anomaly[]
}

export interface Lines {
  readonly head: { readonly text: string; readonly replaced: number; readonly cut: number }
  readonly page: (taken: Pick<Taken, 'activities' | 'repeated' | 'anomalies'>, signal: AbortSignal) => Promise<Page>
}

export interface LinesNeeds {
  readonly client: CloseClient
  readonly needs: ExportNeeds
  readonly asOf: AsOf
  readonly isLine: (activity: WireActivity) => boolean
  readonly refined: Refined | null
}

export function createLines({ client, needs, asOf, isLine, refined }: LinesNeeds): Lines {
  const columns = columnsOfFile(needs)
  const { context, profile, verify = false } = needs
  const { names, learn } = createExportNames(client, context.names, columns)
  const format = fileFormat(columns, profile, { ...context, names })
  const gather = hasOthers(needs) ? gatherOthers(columns) : (wire: WireActivity) => wire
  const isFirst = createMovers(context.sort)
  const dateOf = (activity: WireActivity | undefined) => textOf(activity?.[context.sort])
  return {
    head: { text: format.head.text, ...format.head.changes },
    async page({ activities, repeated, anomalies }, signal) {
      asOf.hear(activities)
      const once = activities.filter(isFirst)
      const lines = once.filter(isLine)
      const kept = refined ? lines.filter(refined.keeps) : lines
      const written = kept.filter((activity) => !asOf.isLate(activity))
      const exported = written.map(gather).map((wire) => ({ wire, row: toRow(wire) }))
      await learn(
        exported.map(({ row }) => row),
        signal,
      )
      const texts = exported.map(format.line)
      return {
        lines: texts.map(({ text }) => text),
        ids: verify ? written.map((activity) => [textOf(activity['id']) ?? '', dateOf(activity) ?? ''] as const) : [],
        found: activities.length,
        repeated: repeated + activities.length - once.length,
        late: kept.length - written.length,
        refined: lines.length - kept.length,
        apart: activities.length - lines.length,
        replaced: texts.reduce((sum, { changes }) => sum + changes.replaced, 0),
        cut: texts.reduce((sum, { changes }) => sum + changes.cut, 0),
        first: dateOf(written[0]),
        last: dateOf(written.at(-1)),
        anomalies,
      }
    },
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
