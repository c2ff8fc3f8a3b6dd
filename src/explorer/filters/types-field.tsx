import { useState } from 'react'
import { activityTypes } from '#core/close/activity-types.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { MultiCombobox } from '#ui/multi-combobox.tsx'
import type { Option } from '#ui/option.ts'
import { choicesStatus } from './choices-status.tsx'
import type { GreyedProps } from './greyed.tsx'
import { useChange } from './use-change.ts'
import { useCustomActivityTypes } from './use-directory.ts'

const standard = activityTypes.map(({ word, one, many }): Option => ({ value: word, label: one, keywords: many }))

/** Types on the list of all activities: Close's fifteen, then the organization's own. */
export function TypesField({ greyed, describedBy }: GreyedProps) {
  const { query, parked } = useExplorer()
  const change = useChange()
  const custom = useCustomTypeOptions()
  const options = [...standard, ...custom.options]
  const named = namedIn(options, custom.label)
  return (
    <MultiCombobox
      label="Activity types"
      placeholder="Any type"
      options={options}
      value={query.types.map(named)}
      kept={parked.types.map(named)}
      onChange={(types) => change((now) => ({ ...now, types }))}
      onOpen={custom.load}
      greyed={greyed}
      describedBy={describedBy}
      empty="There is no such type."
    />
  )
}

/** Custom activity types, on their own list. */
export function CustomTypesField({ greyed, describedBy }: GreyedProps) {
  const { query, parked } = useExplorer()
  const change = useChange()
  const custom = useCustomTypeOptions()
  const named = namedIn(custom.options, custom.label)
  return (
    <MultiCombobox
      label="Custom activity types"
      placeholder="Any custom type"
      options={custom.options}
      value={query.customActivityTypeIds.map(named)}
      kept={parked.customActivityTypeIds.map(named)}
      onChange={(customActivityTypeIds) => change((now) => ({ ...now, customActivityTypeIds }))}
      onOpen={custom.load}
      greyed={greyed}
      describedBy={describedBy}
      empty="There is no such custom activity type."
      status={choicesStatus(custom.types, 'Custom activity types')}
    />
  )
}

function useCustomTypeOptions() {
  const { names } = useExplorer()
  const [wanted, setWanted] = useState(false)
  const types = useCustomActivityTypes(wanted)
  const options = (types.data ?? [])
    .toSorted((a, b) => Number(a.archived) - Number(b.archived))
    .map((type): Option => ({
      value: type.id,
      label: type.name,
      detail: type.archived ? 'custom, archived' : 'custom',
      keywords: type.id,
    }))
  return { types, options, load: () => setWanted(true), label: (id: string) => names.activityType(id) }
}

function namedIn(options: readonly Option[], label: (id: string) => string | undefined) {
  return (value: string): Option =>
    options.find((option) => option.value === value) ?? { value, label: label(value) ?? value }
}
