import { type DragEvent, useEffect, useRef, useState } from 'react'
import { headerOf } from '#core/activity/columns.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { changeLook, useTableLook } from '#explorer/looks/use-table-look.ts'
import { useNames } from '#explorer/names/use-names.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { Icon } from '#ui/icon.tsx'
import { Popover } from '#ui/popover.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { ColumnSizes } from './column-sizes.tsx'
import { type ColumnChoice, type ColumnsModel, useColumnsTable } from './use-columns-table.ts'
import { useCustomColumns } from './use-custom-columns.ts'
import { useMoveColumn } from './use-move-column.ts'

const oneStays = 'At least one column is shown.'

/** Which columns are shown, in what order, and how rows look. Opens at once, because it is loaded by the wish to see it. */
export function ColumnsMenu() {
  const custom = useCustomColumns()
  const model = useColumnsTable(custom)
  const { nameStore } = useExplorer()
  const [open, setOpen] = useState(true)

  useEffect(() => {
    if (custom.length > 0) void nameStore.load(['customField'])
  }, [nameStore, custom])

  return (
    <Popover
      title="Columns"
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" icon="columns" aria-label="Columns">
          <span className="@max-4xl:sr-only">Columns</span>
        </Button>
      }
    >
      <RowLook />
      <ColumnList model={model} />
      <ColumnSizes columns={model.visible} />
      {!model.isDefault && (
        <Button size="small" className="self-start" onClick={model.reset}>
          Reset columns
        </Button>
      )}
    </Popover>
  )
}

function RowLook() {
  const { density, wraps } = useTableLook()
  return (
    <>
      <RadioGroup
        label="Rows"
        options={[
          { value: 'comfortable', label: 'Comfortable' },
          { value: 'compact', label: 'Compact' },
        ]}
        value={density}
        onChange={(next) => changeLook((look) => ({ ...look, density: next }))}
      />
      <Checkbox checked={wraps} onChange={() => changeLook((look) => ({ ...look, wraps: !look.wraps }))}>
        Two lines of text
      </Checkbox>
    </>
  )
}

function ColumnList({ model }: { model: ColumnsModel }) {
  const move = useMoveColumn()
  const dragged = useRef<string | null>(null)

  function onDrop(event: DragEvent, place: number) {
    event.preventDefault()
    if (dragged.current !== null && place >= 0) move(dragged.current, place)
    dragged.current = null
  }

  return (
    <ul aria-label="Columns" className="flex flex-col">
      {model.choices.map((choice) => {
        const place = model.visible.indexOf(choice.column)
        return (
          <li
            key={choice.column.id}
            draggable={choice.isVisible}
            onDragStart={({ dataTransfer }) => {
              dragged.current = choice.column.id
              dataTransfer.effectAllowed = 'move'
            }}
            onDragOver={(event) => {
              if (dragged.current !== null) event.preventDefault()
            }}
            onDrop={(event) => onDrop(event, place)}
            className="flex items-center justify-between gap-2 rounded-md px-1 hover:bg-sunken"
          >
            <Choice choice={choice} model={model} place={place} move={move} />
          </li>
        )
      })}
    </ul>
  )
}

interface ChoiceProps {
  choice: ColumnChoice
  model: ColumnsModel
  /** −1 while it is hidden. */
  place: number
  move: (id: string, place: number) => void
}

function Choice({ choice: { column, isVisible, isPinned }, model, place, move }: ChoiceProps) {
  const { announce } = useExplorer()
  const header = headerOf(column, useNames())
  const shown = model.visible.length
  const isLast = isVisible && shown === 1

  function pin() {
    model.pin(column.id, !isPinned)
    announce(isPinned ? `${header} scrolls with the others.` : `${header} stays in view.`)
  }

  return (
    <>
      <Checkbox
        checked={isVisible}
        aria-disabled={isLast}
        title={isLast ? oneStays : undefined}
        onChange={() => (isLast ? announce(oneStays) : model.toggle(column.id))}
      >
        {header}
      </Checkbox>
      {isVisible && (
        <span className="flex items-center">
          <IconButton
            size="small"
            icon="pin"
            label={`Pin ${header}`}
            aria-pressed={isPinned}
            look={isPinned ? 'fix' : 'quiet'}
            onClick={pin}
          />
          <IconButton
            size="small"
            icon="chevron-left"
            label={`Move ${header} left`}
            greyed={place === 0 && 'It is the first column.'}
            onClick={() => move(column.id, place - 1)}
          />
          <IconButton
            size="small"
            icon="chevron-right"
            label={`Move ${header} right`}
            greyed={place === shown - 1 && 'It is the last column.'}
            onClick={() => move(column.id, place + 1)}
          />
          <Icon name="drag" className="size-4 cursor-grab text-ink-faint" />
        </span>
      )}
    </>
  )
}
