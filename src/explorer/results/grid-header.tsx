import { memo } from 'react'
import { type Column, headerOf } from '#core/activity/columns.ts'
import type { Names } from '#core/activity/names.ts'
import { cx } from '#ui/cx.ts'
import type { Layout } from './layout.ts'

interface Props {
  columns: readonly Column[]
  names: Names
  /** Written beside the times. */
  timeZone: string
  layout: Layout
  /** Rows can be opened: the cells leave room for what opens them. */
  isTree: boolean
}

/** The header row. Cards keep it for those who listen. */
export const GridHeader = memo(function GridHeader({ columns, names, timeZone, layout, isTree }: Props) {
  return (
    <div role="rowgroup" className={layout === 'lines' ? 'sticky top-0 z-10' : 'sr-only'}>
      <div
        role="row"
        aria-rowindex={1}
        className={cx(
          'grid h-8 grid-cols-(--columns) items-center border-b border-line-strong/50 bg-sunken pe-1 text-xs font-medium text-ink-muted',
          isTree ? 'ps-7' : 'ps-1',
        )}
      >
        {columns.map((column, i) => (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={i + 1}
            aria-sort={column.id === 'time' ? 'descending' : undefined}
            title={
              column.value.kind === 'instant' ? `${headerOf(column, names)} in ${timeZone}` : headerOf(column, names)
            }
            className={cx('truncate px-2', column.align === 'end' && 'text-end')}
          >
            {headerOf(column, names)}
            {column.value.kind === 'instant' && <span className="font-normal text-ink-faint"> {cityOf(timeZone)}</span>}
          </div>
        ))}
      </div>
    </div>
  )
})

/** "Europe/Berlin" as "Berlin". */
function cityOf(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}
