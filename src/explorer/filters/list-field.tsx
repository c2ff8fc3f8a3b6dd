import { listName, resources } from '#core/close/activity-types.ts'
import { changeResource } from '#core/query/changes.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Combobox } from '#ui/combobox.tsx'
import { useChange } from './use-change.ts'

const options = resources.map((resource) => ({ value: resource, label: listName(resource) }))

/** Which of Close's lists is asked. */
export function ListField() {
  const { query } = useExplorer()
  const change = useChange()
  return (
    <Combobox
      label="List"
      options={options}
      value={{ value: query.resource, label: listName(query.resource) }}
      onChange={(value) => {
        const resource = resources.find((candidate) => candidate === value)
        if (resource !== undefined) change((now) => changeResource(now, resource))
      }}
      empty="No such list."
    />
  )
}
