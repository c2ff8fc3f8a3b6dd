import type { Column, ColumnContext } from '#core/activity/columns.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import type { Found } from '#explorer/find/find-store.ts'
import type { Line } from '#explorer/results/outline.ts'
import type { LineContent } from '#explorer/results/use-conversations.ts'

export interface ReadingLine extends LineContent {
  readonly index: number
  readonly line: Line
}

/** What a day is drawn from, as a table or as a list. */
export interface DayProps {
  /** `2026-11-28`; null for rows without a date. */
  day: string | null
  lines: readonly ReadingLine[]
  columns: readonly Column[]
  context: ColumnContext
  /** The id of the activity in the inspector. */
  open: string | null
  found: Found
  onOpen: (row: ActivityRow) => void
  onToggle: (row: ActivityRow, open: boolean) => void
  onRetry: (line: Line) => void
}

/** "Saturday 28 November 2026". */
export function dayHeading(day: string | null, locale: string): string {
  if (day === null) return 'No date'
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(Date.parse(`${day}T12:00:00Z`))
}

export function foundAs({ line }: ReadingLine, { set, current }: Found): 'match' | 'current' | undefined {
  if (line.message !== null) return undefined
  return line.row === current ? 'current' : set.has(line.row) ? 'match' : undefined
}
