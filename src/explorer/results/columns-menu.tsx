import { useState } from 'react'
import { type Column, headerOf } from '#core/activity/columns.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { useNames } from '#explorer/names/use-names.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { Popover } from '#ui/popover.tsx'
import { useColumnsTable } from './use-columns-table.ts'

/** Which columns are shown and in what order. Opens at once, because it is loaded by the wish to see it. */
export function ColumnsMenu() {
  const model = useColumnsTable()
  const { announce } = useExplorer()
  const names = useNames()
  const [open, setOpen] = useState(true)
  const shown = model.visible.length

  function move(column: Column, by: 1 | -1) {
    model.move(column.id, by)
    announce(`${headerOf(column, names)}: place ${model.visible.indexOf(column) + 1 + by} of ${shown}.`)
  }

  return (
    <Popover
      title="Columns"
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" icon="columns" aria-label="Columns">
          <span className="max-sm:sr-only">Columns</span>
        </Button>
      }
    >
      <ul className="flex flex-col">
        {model.choices.map(({ column, isVisible }) => {
          const header = headerOf(column, names)
          const place = model.visible.indexOf(column)
          return (
            <li key={column.id} className="flex items-center justify-between gap-2 rounded-md px-1 hover:bg-sunken">
              <Checkbox
                checked={isVisible}
                aria-disabled={isVisible && shown === 1}
                onChange={() => {
                  if (!isVisible || shown > 1) model.toggle(column.id)
                }}
              >
                {header}
              </Checkbox>
              {isVisible && (
                <span className="flex">
                  <IconButton
                    size="small"
                    icon="chevron-left"
                    label={`Move ${header} left`}
                    greyed={place === 0}
                    onClick={() => move(column, -1)}
                  />
                  <IconButton
                    size="small"
                    icon="chevron-right"
                    label={`Move ${header} right`}
                    greyed={place === shown - 1}
                    onClick={() => move(column, 1)}
                  />
                </span>
              )}
            </li>
          )
        })}
      </ul>
      <Button size="small" greyed={model.isDefault} className="self-start" onClick={model.reset}>
        Reset columns
      </Button>
    </Popover>
  )
}
