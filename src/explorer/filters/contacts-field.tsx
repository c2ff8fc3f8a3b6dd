import { useState } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import { singleLead } from '#explorer/parked.ts'
import { MultiCombobox } from '#ui/multi-combobox.tsx'
import type { Option } from '#ui/option.ts'
import { choicesStatus } from './choices-status.tsx'
import type { GreyedProps } from './greyed.tsx'
import { useChange } from './use-change.ts'
import { useContacts } from './use-directory.ts'

/** Contacts of the one chosen lead. */
export function ContactsField({ greyed, describedBy }: GreyedProps) {
  const { query, parked, names } = useExplorer()
  const change = useChange()
  const [wanted, setWanted] = useState(false)
  const contacts = useContacts(singleLead(query), wanted)
  const options = (contacts.data ?? []).map(({ id, name }): Option => ({ value: id, label: name, keywords: id }))
  const named = (id: string): Option => ({
    value: id,
    label: names.contact(id) ?? options.find((option) => option.value === id)?.label ?? id,
  })
  return (
    <MultiCombobox
      label="Contacts"
      placeholder="Anyone"
      options={options}
      value={query.contactIds.map(named)}
      kept={parked.contactIds.map(named)}
      onChange={(contactIds) => change((now) => ({ ...now, contactIds }))}
      onOpen={() => setWanted(true)}
      greyed={greyed}
      describedBy={describedBy}
      empty={options.length === 0 ? 'This lead has no contacts.' : 'No contact of this lead has this name.'}
      status={choicesStatus(contacts, 'Contacts')}
    />
  )
}
