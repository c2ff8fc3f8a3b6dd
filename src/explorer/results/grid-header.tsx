import { type DragEvent, memo, Suspense, useRef } from 'react'
import { type Column, headerOf } from '#core/activity/columns.ts'
import type { Names } from '#core/activity/names.ts'
import { useAttention } from '#explorer/at-rest.ts'
import { cx } from '#ui/cx.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
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

const ColumnWidth = lazyPart(() => import('./column-width.tsx').then((module) => ({ default: module.ColumnWidth })))

/** What is dragged, for those who only take columns. */
const dragType = 'application/x-column'

/** The header row. Cards keep it for those who listen. */
export const GridHeader = memo(function GridHeader({ columns, names, timeZone, layout, look }: Props) {
  const move = useMoveColumn()
  const dragged = useRef<string | null>(null)
  const isAttended = useAttention()

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
                className={cx('min-w-0 grow truncate leading-[calc(2rem-1px)]', column.align === 'end' && 'text-end')}
              >
                {header}
                {zone !== '' && <span className="font-normal text-ink-faint"> {zone}</span>}
              </span>
              {layout === 'lines' && (
                <Suspense fallback={edge}>
                  {isAttended ? <ColumnWidth column={column} header={header} isFirst={i === 0} /> : edge}
                </Suspense>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
})

/** Of a column, as long as nobody is there to drag it. */
const edge = <span aria-hidden="true" className="absolute inset-y-1.5 end-0 w-px bg-line-strong/60" />
