import type { Column } from '#core/activity/columns.ts'
import { cx } from '#ui/cx.ts'
import { type Layout, lineSizes } from './layout.ts'
import type { Look } from './use-look.ts'

const lines = Array.from({ length: 24 }, (_, i) => i)

/** The shape of rows to come, as high as they will be. */
export function GridSkeleton({ columns, layout, look }: { columns: readonly Column[]; layout: Layout; look: Look }) {
  return (
    <div
      aria-hidden="true"
      className={cx(
        'pointer-events-none absolute inset-x-0 bottom-0 overflow-hidden',
        layout === 'lines' ? 'top-8' : 'top-0',
      )}
      style={layout === 'lines' ? lineSizes(columns, look) : undefined}
    >
      {lines.map((line) =>
        layout === 'lines' ? (
          <div
            key={line}
            style={{ height: look.rowHeight }}
            className={cx(
              'grid grid-cols-(--columns) items-center border-b border-line pe-1',
              look.isTree ? 'ps-7' : 'ps-1',
            )}
          >
            {columns.map(({ id }) => (
              <span key={id} className="px-2">
                <span className="skeleton" />
              </span>
            ))}
          </div>
        ) : (
          <div
            key={line}
            style={{ height: look.rowHeight }}
            className="grid content-center gap-3 border-b border-line px-3"
          >
            <span className="skeleton" />
            <span className="skeleton" />
          </div>
        ),
      )}
    </div>
  )
}
