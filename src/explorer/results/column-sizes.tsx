import { type Column, columnsList, headerOf } from '#core/activity/columns.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { clampWidth, withWidth } from '#explorer/looks/table-look.ts'
import { changeLook } from '#explorer/looks/use-table-look.ts'
import { useNames } from '#explorer/names/use-names.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { drawnWidth, fittingWidth, gridOnScreen } from './fitting-width.ts'

/** Pixels a press. */
const step = 20

/** The widths of the visible columns by buttons: for whoever cannot drag the edge of a header. */
export function ColumnSizes({ columns }: { columns: readonly Column[] }) {
  return (
    <Disclosure label="Widths">
      <ul aria-label="Widths" className="flex flex-col">
        {columns.map((column, i) => (
          <li key={column.id} className="flex items-center justify-between gap-2 rounded-md px-1 hover:bg-sunken">
            <ColumnSize column={column} place={i + 1} />
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

function ColumnSize({ column, place }: { column: Column; place: number }) {
  const { query, announce } = useExplorer()
  const header = headerOf(column, useNames())

  function setWidth(widthIn: (grid: HTMLElement) => number) {
    const grid = gridOnScreen()
    if (!grid) return announce('Widths are those of the table: leave reading mode first.')
    const width = clampWidth(widthIn(grid))
    changeLook((look) => withWidth(look, columnsList(query), column.id, width))
    announce(`${header}: ${width} pixels wide.`)
  }

  const setBy = (by: number) => setWidth((grid) => (drawnWidth(grid, place) ?? column.width) + by)
  return (
    <>
      <span className="min-w-0 truncate">{header}</span>
      <span className="flex items-center">
        <IconButton size="small" icon="minus" label={`Narrower ${header}`} onClick={() => setBy(-step)} />
        <IconButton size="small" icon="plus" label={`Wider ${header}`} onClick={() => setBy(step)} />
        <Button
          size="small"
          look="quiet"
          aria-label={`Fit ${header}`}
          onClick={() => setWidth((grid) => fittingWidth(grid, place))}
        >
          Fit
        </Button>
      </span>
    </>
  )
}
