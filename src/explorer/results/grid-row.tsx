import { memo } from 'react'
import type { Column, ColumnContext } from '#core/activity/columns.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { cx } from '#ui/cx.ts'
import { type Layout, rowHeights } from './layout.ts'
import { TypeIcon } from './type-mark.tsx'

interface Props {
  /** Rows above it. */
  index: number
  /** Null while it is being asked for. */
  row: ActivityRow | null
  columns: readonly Column[]
  context: ColumnContext
  layout: Layout
  /** The tab stop. */
  isCurrent: boolean
  /** Shown in the inspector. */
  isOpen: boolean
}

/** One activity. It is given only what it draws, so that scrolling leaves the rows that stay alone. */
export const GridRow = memo(function GridRow({ index, row, columns, context, layout, isCurrent, isOpen }: Props) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isOpen}
      aria-busy={row === null || undefined}
      data-index={index}
      data-activity-id={row?.id ?? undefined}
      tabIndex={isCurrent ? 0 : -1}
      className={layout === 'lines' ? 'row row-line' : 'row row-card'}
      style={{ transform: `translateY(${index * rowHeights[layout]}px)` }}
    >
      {columns.map((column, i) => (
        <Cell key={column.id} place={i + 1} column={column} row={row} context={context} layout={layout} />
      ))}
    </div>
  )
})

interface CellProps extends Pick<Props, 'row' | 'context' | 'layout'> {
  place: number
  column: Column
}

function Cell({ place, column, row, context, layout }: CellProps) {
  const text = row ? column.text(row, context) : ''
  const looks = layout === 'cards' ? cards[column.id] : column.align === 'end' && 'text-end tabular-nums'
  return (
    <div role="gridcell" aria-colindex={place} className={cx('cell', looks, row && look(column, row, text))}>
      {row === null ? <span className="skeleton" /> : column.id === 'type' ? <Type row={row} text={text} /> : text}
    </div>
  )
}

const cards: Readonly<Record<string, string>> = {
  type: 'font-medium',
  time: 'text-end text-xs',
  summary: '',
  lead: 'max-w-[40vw] text-end text-xs',
}

function look({ id, value }: Column, row: ActivityRow, text: string): string | undefined {
  if (value.kind === 'reference' && text !== '' && text === idIn(id, row)) return 'font-mono text-xs text-ink-faint'
  if (value.kind === 'instant') return 'tabular-nums text-ink-muted'
  return id === 'summary' || id === 'type' || id === 'lead' ? undefined : 'text-ink-muted'
}

/** The id that stands in a cell as long as its name is not known. */
function idIn(column: string, row: ActivityRow): string | null {
  switch (column) {
    case 'lead':
      return row.leadId
    case 'contact':
      return row.contactId
    case 'user':
      return row.userId
    case 'outcome':
      return row.outcomeId
    default:
      return row.customActivityTypeId
  }
}

function Type({ row, text }: { row: ActivityRow; text: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <TypeIcon type={row.type} />
      <span className="cell">{text || 'No type'}</span>
    </span>
  )
}
