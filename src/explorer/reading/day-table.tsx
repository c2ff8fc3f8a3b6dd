import { useId } from 'react'
import { headerOf } from '#core/activity/columns.ts'
import { cityOf } from '#explorer/results/city-of.ts'
import { cx } from '#ui/cx.ts'
import { type DayProps, dayHeading, foundAs, type ReadingLine } from './day.ts'
import { CellText, OpenButton, PlaceInConversation, ToggleButton } from './line-parts.tsx'
import { NoteText } from './note-text.tsx'

/** The rows of a day as a table of its own, below its heading. */
export function DayTable(props: DayProps) {
  const { day, lines, columns, context } = props
  const id = useId()
  return (
    <>
      <h3 id={id} className="sticky start-0 w-fit px-4 pt-5 pb-1 text-[0.9375rem] font-semibold">
        {dayHeading(day, context.locale)}
      </h3>
      <table aria-labelledby={id} className="w-full border-collapse">
        <thead>
          <tr className="border-b border-line-strong text-xs text-ink-muted">
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                style={{ width: column.id === 'summary' ? undefined : column.width }}
                className={cx(
                  'px-2 py-1 font-medium first:ps-4',
                  column.id === 'summary' && 'min-w-64',
                  column.align === 'end' ? 'text-end' : 'text-start',
                )}
              >
                {headerOf(column, context.names)}
                {column.value.kind === 'instant' && <span className="font-normal"> {cityOf(context.timeZone)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <TableRow key={line.index} {...props} line={line} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function TableRow({
  line,
  columns,
  context,
  open,
  found,
  onOpen,
  onToggle,
  onRetry,
}: DayProps & { line: ReadingLine }) {
  const { index, row, note } = line
  if (!row) {
    return (
      <tr data-index={index} className="border-b border-line">
        <td colSpan={columns.length} className="px-4 py-2 text-ink-muted">
          <NoteText note={note} onRetry={() => onRetry(line.line)} />
        </td>
      </tr>
    )
  }
  // The activity is opened from what it is about.
  const opener = columns.some(({ id }) => id === 'summary') ? 'summary' : columns[0]?.id
  return (
    <tr
      data-index={index}
      data-found={foundAs(line, found)}
      className={cx(
        'border-b border-line align-top',
        row.id !== null && row.id === open ? 'bg-accent-soft' : line.line.message !== null && 'bg-sunken',
      )}
    >
      {columns.map((column, place) => {
        const className = cx(
          'min-w-16 px-2 py-1.5 font-normal first:ps-4',
          column.align === 'end' ? 'text-end tabular-nums' : 'text-start',
        )
        const before = place === 0 && <PlaceInConversation line={line} />
        // It names the row for those who go down another column.
        return column.id === opener ? (
          <th key={column.id} scope="row" className={className}>
            {before}
            <OpenButton
              row={row}
              text={column.text(row, context)}
              isOpen={row.id !== null && row.id === open}
              onOpen={onOpen}
            />
            <ToggleButton line={line} row={row} locale={context.locale} onToggle={onToggle} />
          </th>
        ) : (
          <td key={column.id} className={className}>
            {before}
            <CellText row={row} column={column} context={context} />
          </td>
        )
      })}
    </tr>
  )
}
