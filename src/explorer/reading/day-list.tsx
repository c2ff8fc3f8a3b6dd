import { useId } from 'react'
import type { ActivityRow } from '#core/activity/row.ts'
import { cx } from '#ui/cx.ts'
import { type DayProps, dayHeading, foundAs, type ReadingLine } from './day.ts'
import { CellText, OpenButton, PlaceInConversation, ToggleButton } from './line-parts.tsx'
import { NoteText } from './note-text.tsx'

/** The rows of a day as a list, where a table has no room. */
export function DayList(props: DayProps) {
  const { day, lines, context, open, found, onRetry } = props
  const id = useId()
  return (
    <>
      <h3 id={id} className="px-4 pt-5 pb-1 text-[0.9375rem] font-semibold">
        {dayHeading(day, context.locale)}
      </h3>
      <ul aria-labelledby={id}>
        {lines.map((line) => (
          <li
            key={line.index}
            data-index={line.index}
            data-found={foundAs(line, found)}
            className={cx(
              'border-b border-line px-4 py-2',
              line.row !== null && line.row.id !== null && line.row.id === open && 'bg-accent-soft',
            )}
          >
            {line.row ? (
              <Item {...props} line={line} row={line.row} />
            ) : (
              <NoteText note={line.note} onRetry={() => onRetry(line.line)} />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Item({
  line,
  row,
  columns,
  context,
  open,
  onOpen,
  onToggle,
}: DayProps & { line: ReadingLine; row: ActivityRow }) {
  const text = (id: string) => columns.find((column) => column.id === id)?.text(row, context) ?? ''
  const time = columns.find(({ id }) => id === 'time')
  const lead = text('lead')
  return (
    <>
      <p className="text-xs text-ink-muted">
        <PlaceInConversation line={line} />
        <bdi>{text('type')}</bdi> · {time && <CellText row={row} column={time} context={context} />}
        {lead !== '' && (
          <>
            {' · '}
            <bdi>{lead}</bdi>
          </>
        )}
      </p>
      <OpenButton row={row} text={text('summary')} isOpen={row.id !== null && row.id === open} onOpen={onOpen} />
      <ToggleButton line={line} row={row} locale={context.locale} onToggle={onToggle} />
    </>
  )
}
