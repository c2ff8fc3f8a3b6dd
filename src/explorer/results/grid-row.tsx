import { memo } from 'react'
import type { Column, ColumnContext } from '#core/activity/columns.ts'
import { dayOf } from '#core/activity/day.ts'
import { shortParticipants } from '#core/activity/people.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { cx } from '#ui/cx.ts'
import { Icon } from '#ui/icon.tsx'
import { AttachmentMark, ConversationSummary, MessageCount, MessageSummary } from './conversation-cell.tsx'
import { type Layout, pinnedStyle } from './layout.ts'
import { TimeText } from './time-text.tsx'
import { TypeIcon } from './type-mark.tsx'

interface Props {
  /** Lines above it. */
  index: number
  /** Null while it is being asked for. */
  row: ActivityRow | null
  /** In a table with conversations: 2 for a message of one, 1 for everything else. */
  level: 1 | 2 | undefined
  /** Of a conversation. */
  isExpanded: boolean | undefined
  /** Stands in place of a row. */
  note: string | null
  /** "2 of 7 match", of a conversation. */
  matching: string | null
  /** False for a message that the filters leave out. */
  isMatch: boolean
  /** The summary tells the number of messages: no column does. */
  countsInSummary: boolean
  columns: readonly Column[]
  context: ColumnContext
  layout: Layout
  /** Pixels. */
  rowHeight: number
  /** Cells at the start that stay in view. */
  pinned: number
  /** What stands above it came since the list was asked for. */
  isSeam: boolean
  /** The tab stop. */
  isCurrent: boolean
  /** What find says of it. */
  found: 'match' | 'current' | undefined
  isSelected: boolean
  /** Shown in the inspector. */
  isInspected: boolean
  /** The row above it, unless it is a message of a conversation. */
  above: ActivityRow | null
}

/** One line of the table. It is given only what it draws, so that scrolling leaves the rows that stay alone. */
export const GridRow = memo(function GridRow(props: Props) {
  const {
    index,
    row,
    level,
    isExpanded,
    note,
    isMatch,
    columns,
    layout,
    rowHeight,
    isSeam,
    isCurrent,
    isInspected,
    isSelected,
    found,
    above,
    context,
  } = props
  const starts = startsDay(row, above, context)
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={level}
      aria-expanded={isExpanded}
      aria-selected={isSelected}
      aria-current={isInspected || undefined}
      aria-busy={(row === null && note === null) || undefined}
      data-index={index}
      data-found={found}
      data-activity-id={row?.id ?? undefined}
      data-starts-day={starts || undefined}
      tabIndex={isCurrent ? 0 : -1}
      className={cx(
        'row',
        layout === 'lines' ? 'row-line' : 'row-card',
        isSeam && 'seam',
        !isMatch && 'text-ink-faint *:text-ink-faint',
      )}
      style={{ top: index * rowHeight }}
    >
      {note === null ? (
        columns.map((column, i) => (
          <Cell key={column.id} place={i + 1} column={column} startsDay={starts} {...props}>
            {i === 0 && level !== undefined && <Gutter level={level} isExpanded={isExpanded} layout={layout} />}
          </Cell>
        ))
      ) : (
        <div
          role="gridcell"
          aria-colindex={1}
          aria-colspan={columns.length}
          className="cell col-span-full text-ink-muted"
        >
          <Gutter level={2} isExpanded={undefined} layout={layout} />
          {note}
        </div>
      )}
    </div>
  )
})

/** Where the day is another one than above. Above the first row, and while the one above is being asked for, no line is drawn. */
function startsDay(row: ActivityRow | null, above: ActivityRow | null, { sort, timeZone }: ColumnContext): boolean {
  if (!row || !above) return false
  const [day, before] = [row, above].map((each) =>
    dayOf(sort === 'activity_at' ? each.activityAt : each.dateCreated, timeZone),
  )
  return day !== null && before !== null && day !== before
}

/** Before the cells: what opens a conversation, and beside its messages a line that leads down from it. The row itself says both. */
function Gutter({ level, isExpanded, layout }: { level: 1 | 2; isExpanded: boolean | undefined; layout: Layout }) {
  const width = layout === 'lines' ? 'w-7' : 'w-11'
  if (level === 2)
    return (
      <span aria-hidden="true" className={cx('absolute inset-y-0 start-0 flex justify-center', width)}>
        <span className="w-px bg-line-strong" />
      </span>
    )
  if (isExpanded === undefined) return null
  return (
    <span
      aria-hidden="true"
      data-toggle=""
      className={cx('absolute inset-y-0 start-0 flex items-center justify-center text-ink-muted hover:text-ink', width)}
    >
      <Icon name={isExpanded ? 'chevron-down' : 'chevron-right'} className={layout === 'lines' ? 'size-4' : 'size-5'} />
    </span>
  )
}

interface CellProps extends Pick<
  Props,
  'row' | 'context' | 'layout' | 'pinned' | 'level' | 'matching' | 'isMatch' | 'countsInSummary'
> {
  place: number
  startsDay: boolean
  column: Column
  children: React.ReactNode
}

function Cell({ children, ...props }: CellProps) {
  const { place, column, row, context, layout, level, pinned } = props
  const isPinned = place <= pinned
  // On a card the words of a message need the room; its lead is that of the card above.
  const isMessageCard = layout === 'cards' && level === 2
  if (isMessageCard && column.id === 'lead') return null
  const text = row ? column.text(row, context) : ''
  const looks = layout === 'cards' ? cards[column.id] : column.align === 'end' && 'text-end tabular-nums'
  return (
    <div
      role="gridcell"
      aria-colindex={place}
      style={isPinned ? pinnedStyle(place - 1) : undefined}
      className={cx(
        'cell',
        isPinned && 'pinned',
        looks,
        isMessageCard && column.id === 'summary' && 'col-span-2',
        row && look(column, row, text, props.startsDay),
      )}
    >
      {children}
      {row === null ? <span className="skeleton" /> : <Content {...props} row={row} text={text} />}
    </div>
  )
}

function Content({
  column,
  row,
  text,
  context,
  level,
  matching,
  isMatch,
  countsInSummary,
  startsDay,
}: Omit<CellProps, 'children'> & { row: ActivityRow; text: string }) {
  if (column.value.kind === 'instant') {
    const { timeZone, locale } = context
    const at = column.value.at(row, context)
    const starts = startsDay && column.id === 'time'
    return <TimeText text={text} at={at} timeZone={timeZone} locale={locale} startsDay={starts} />
  }
  const isConversation = level === 1 && row.type === 'EmailThread'
  switch (column.id) {
    case 'type':
      return <Type row={row} text={text} />
    case 'summary':
      if (isConversation) {
        return <ConversationSummary row={row} context={context} matching={matching} showsCount={countsInSummary} />
      }
      return level === 2 ? <MessageSummary row={row} isMatch={isMatch} /> : text
    case 'messages':
      return isConversation ? <MessageCount row={row} context={context} matching={matching} /> : text
    case 'participants':
      return row.participants ? shortParticipants(row.participants) : ''
    case 'attachments':
      return <AttachmentMark row={row} />
    default:
      return text
  }
}

const cards: Readonly<Record<string, string>> = {
  type: 'font-medium',
  time: 'text-end text-xs',
  summary: '',
  lead: 'max-w-[40vw] text-end text-xs',
}

function look({ id, value }: Column, row: ActivityRow, text: string, startsDay: boolean): string | undefined {
  if (value.kind === 'reference' && text !== '' && text === idIn(id, row)) return 'font-mono text-xs text-ink-faint'
  if (value.kind === 'instant') return cx('tabular-nums', !(startsDay && id === 'time') && 'text-ink-muted')
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
