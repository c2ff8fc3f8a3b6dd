import { type DragEvent, memo, useRef } from 'react'
import { type Column, headerOf } from '#core/activity/columns.ts'
import type { Names } from '#core/activity/names.ts'
import { cx } from '#ui/cx.ts'
import { ColumnWidth } from './column-width.tsx'
import { cityOf } from './city-of.ts'
import { type Layout, pinnedStyle } from './layout.ts'
import { useMoveColumn } from './use-move-column.ts'
import type { Look } from './use-look.ts'

interface Props {
  columns: readonly Column[]
  names: Names
  /** Written beside the times. */
  timeZone: string
  layout: Layout
  look: Look
}

/** What is dragged, for those who only take columns. */
const dragType = 'application/x-column'

/** The header row. Cards keep it for those who listen. */
export const GridHeader = memo(function GridHeader({ columns, names, timeZone, layout, look }: Props) {
  const move = useMoveColumn()
  const dragged = useRef<string | null>(null)

  function onDrop(event: DragEvent, place: number) {
    event.preventDefault()
    const id = dragged.current
    dragged.current = null
    if (id !== null) move(id, place)
  }

  return (
    <div role="rowgroup" className={layout === 'lines' ? 'sticky top-0 z-10' : 'sr-only'}>
      <div
        role="row"
        aria-rowindex={1}
        className={cx(
          'grid h-8 grid-cols-(--columns) items-stretch border-b border-line-strong/50 bg-sunken pe-1 text-xs font-medium text-ink-muted',
          look.isTree ? 'tree-header ps-7' : 'ps-1',
        )}
      >
        {columns.map((column, i) => {
          const header = headerOf(column, names)
          const zone = column.value.kind === 'instant' ? cityOf(timeZone) : ''
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-label={`${header} ${zone}`.trim()}
              aria-colindex={i + 1}
              aria-sort={column.id === 'time' ? 'descending' : undefined}
              title={zone === '' ? header : `${header} in ${timeZone}`}
              style={i < look.pinned ? pinnedStyle(i) : undefined}
              className={cx(
                'flex',
                i < look.pinned ? 'pinned' : 'relative',
                i === 0 && look.pinned > 0 && look.isTree ? 'pe-2' : 'px-2',
              )}
            >
              <span
                onDragOver={(event) => {
                  if (event.dataTransfer.types.includes(dragType)) event.preventDefault()
                }}
                onDrop={(event) => onDrop(event, i)}
                draggable={layout === 'lines'}
                onDragStart={(event) => {
                  dragged.current = column.id
                  event.dataTransfer.effectAllowed = 'move'
                  event.dataTransfer.setData(dragType, column.id)
                }}
                className={cx('min-w-0 grow truncate leading-[31px]', column.align === 'end' && 'text-end')}
              >
                {header}
                {zone !== '' && <span className="font-normal text-ink-faint"> {zone}</span>}
              </span>
              {layout === 'lines' && <ColumnWidth column={column} header={header} isFirst={i === 0} />}
            </div>
          )
        })}
      </div>
    </div>
  )
})
