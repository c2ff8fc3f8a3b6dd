import { useState } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import { MultiCombobox } from '#ui/multi-combobox.tsx'
import type { Option } from '#ui/option.ts'
import { choicesStatus } from './choices-status.tsx'
import type { GreyedProps } from './greyed.tsx'
import { useChange } from './use-change.ts'
import { useUsers } from './use-directory.ts'

/** Users by name or email; those who left come last. */
export function UsersField({ greyed, describedBy }: GreyedProps) {
  const { query, parked, names } = useExplorer()
  const change = useChange()
  const [wanted, setWanted] = useState(false)
  const users = useUsers(wanted)
  const options = (users.data ?? [])
    .toSorted((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name))
    .map((user): Option => ({
      value: user.id,
      label: user.name,
      detail: user.active ? undefined : 'inactive',
      keywords: `${user.email ?? ''} ${user.id}`,
    }))
  const named = (id: string): Option => ({
    value: id,
    label: names.user(id) ?? options.find((option) => option.value === id)?.label ?? id,
  })
  return (
    <MultiCombobox
      label="Users"
      placeholder="Anyone"
      options={options}
      value={query.userIds.map(named)}
      kept={parked.userIds.map(named)}
      onChange={(userIds) => change((now) => ({ ...now, userIds }))}
      onOpen={() => setWanted(true)}
      greyed={greyed}
      describedBy={describedBy}
      empty="No user has this name or email."
      status={choicesStatus(users, 'Users')}
    />
  )
}
