import { useQuery } from '@tanstack/react-query'
import type { CloseClient } from '#client/close-client.ts'
import { fetchCustomActivityTypes } from '#client/directory.ts'
import { headerOf } from '#core/activity/columns.ts'
import type { Source } from '#core/query/activity-query.ts'
import { allColumns } from '#export/all-columns.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { useNames } from '#explorer/names/use-names.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import type { ColumnsChoice, ExportOptions } from './export-options.ts'

/** The organization's custom activity types, by the key that the form uses too. */
export function customTypesQuery(client: CloseClient, source: Source) {
  return {
    queryKey: [source, 'choices', 'custom-activity-types'],
    queryFn: ({ signal }: { signal: AbortSignal }) => fetchCustomActivityTypes(client, signal),
    staleTime: 5 * 60_000,
  }
}

interface Props {
  client: CloseClient
  options: ExportOptions
  onChange: (change: Partial<ExportOptions>) => void
}

const choices: readonly { value: ColumnsChoice; label: string }[] = [
  { value: 'visible', label: 'Visible' },
  { value: 'all', label: 'All' },
  { value: 'chosen', label: 'Chosen' },
]

export function ColumnsChoice({ client, options, onChange }: Props) {
  return (
    <div className="flex flex-col gap-2">
      <RadioGroup
        label="Columns"
        options={choices}
        value={options.columns}
        onChange={(columns) => onChange({ columns })}
      />
      {options.columns === 'chosen' && <Checklist client={client} options={options} onChange={onChange} />}
    </div>
  )
}

function Checklist({ client, options: { chosen }, onChange }: Props) {
  const { query } = useExplorer()
  const names = useNames()
  const { data: types } = useQuery(customTypesQuery(client, query.source))
  const columns = allColumns(query.resource, types)

  function toggle(id: string) {
    const wanted = new Set(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
    // In the order of the list, so that a file's columns do not depend on the order of clicks.
    onChange({ chosen: columns.map((column) => column.id).filter((each) => wanted.has(each)) })
  }

  return (
    <ul
      aria-label="Columns of the file"
      className="grid max-h-44 grid-cols-1 gap-x-4 overflow-y-auto rounded-md border border-line px-2 py-1 sm:grid-cols-2"
    >
      {columns.map((column) => (
        <li key={column.id}>
          <Checkbox
            checked={chosen.includes(column.id)}
            aria-disabled={chosen.length === 1 && chosen.includes(column.id)}
            onChange={() => {
              if (chosen.length > 1 || !chosen.includes(column.id)) toggle(column.id)
            }}
          >
            {headerOf(column, names)}
          </Checkbox>
        </li>
      ))}
    </ul>
  )
}
