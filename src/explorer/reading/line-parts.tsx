import type { Column, ColumnContext } from '#core/activity/columns.ts'
import { numberText } from '#core/activity/format.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { TimeText } from '#explorer/results/time-text.tsx'
import { Icon } from '#ui/icon.tsx'
import type { ReadingLine } from './day.ts'

interface CellProps {
  row: ActivityRow
  column: Column
  context: ColumnContext
}

/** What a column says of a row, in the row's own direction. A time is marked where UTC has another day. */
export function CellText({ row, column, context }: CellProps) {
  const text = column.text(row, context)
  const { timeZone, locale } = context
  return (
    <bdi>
      {column.value.kind === 'instant' ? (
        <TimeText
          text={text}
          at={column.value.at(row, context)}
          timeZone={timeZone}
          locale={locale}
          // The day is the heading's.
          startsDay={false}
        />
      ) : (
        text
      )}
    </bdi>
  )
}

interface OpenProps {
  row: ActivityRow
  text: string
  isOpen: boolean
  onOpen: (row: ActivityRow) => void
}

/** Opens the activity in the inspector, and gets the focus back from there. */
export function OpenButton({ row, text, isOpen, onOpen }: OpenProps) {
  return (
    <button
      type="button"
      data-activity-id={row.id ?? ''}
      aria-current={isOpen || undefined}
      onClick={() => onOpen(row)}
      className="min-h-6 cursor-default rounded-sm text-start text-accent underline-offset-2 hover:underline pointer-coarse:min-h-11"
    >
      <bdi>{text || row.type || 'Activity'}</bdi>
    </button>
  )
}

interface ToggleProps {
  line: ReadingLine
  row: ActivityRow
  locale: string
  onToggle: (row: ActivityRow, open: boolean) => void
}

/** Shows the messages of a conversation, as rows below its own. */
export function ToggleButton({ line: { isOpen, matching }, row, locale, onToggle }: ToggleProps) {
  if (isOpen === null) return null
  const { messageCount } = row
  const count =
    messageCount === null
      ? 'Messages'
      : `${numberText(messageCount, locale)} ${messageCount === 1 ? 'message' : 'messages'}`
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      onClick={() => onToggle(row, !isOpen)}
      className="ms-2 inline-flex min-h-6 cursor-default items-center gap-1 rounded-sm text-xs text-ink-muted hover:text-ink pointer-coarse:min-h-11"
    >
      <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} className="size-3.5" />
      {count}
      {matching && `, ${numberText(matching.count, locale)} match`}
    </button>
  )
}

/** Before a message, for those who listen: whose it is stands above it. */
export function PlaceInConversation({ line: { line, isMatch } }: { line: ReadingLine }) {
  if (line.message === null) return null
  return <span className="text-xs text-ink-muted">Message{isMatch ? '' : ', does not match'} · </span>
}
