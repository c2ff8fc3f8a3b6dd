import { type ClipboardEvent, useState } from 'react'
import { changeLeads } from '#core/query/changes.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Button } from '#ui/button.tsx'
import { MultiCombobox } from '#ui/multi-combobox.tsx'
import type { Option } from '#ui/option.ts'
import { leadsInputId, takeWaitingFix } from './choose-lead.ts'
import { hasWords, leadIdsIn } from './lead-text.ts'
import { useChange } from './use-change.ts'
import { useLeadSearch } from './use-directory.ts'

/** Leads by name, as typed, or by a pasted id or address. */
export function LeadsField() {
  const { query, names } = useExplorer()
  const change = useChange()
  const [text, setText] = useState('')
  const [wanted, setWanted] = useState(false)
  const search = useLeadSearch(text, wanted)
  const pasted = leadIdsIn(text)
  const named = (id: string): Option => ({ value: id, label: names.lead(id) ?? nameFound(id) ?? id })
  // Until the answer is there, of what was found before only what fits may stay: Enter takes the first.
  const fitting = (search.data ?? []).filter(({ name }) => !search.searching || hasWords(name, text))
  const found = fitting.map(({ id, name, status }): Option => ({ value: id, label: name, detail: status ?? undefined }))
  const nameFound = (id: string) => found.find((option) => option.value === id)?.label

  const choose = (ids: readonly string[]) => {
    const added = ids.find((id) => !query.leadIds.includes(id))
    const fix = takeWaitingFix()
    const leadName = added && nameFound(added)
    if (fix && added) change((now) => fix.apply(now, added), { leadName })
    else change((now) => changeLeads(now, ids), { leadName })
  }

  const paste = (event: ClipboardEvent) => {
    const ids = leadIdsIn(event.clipboardData.getData('text'))
    if (ids.length === 0) return
    event.preventDefault()
    choose([...query.leadIds, ...ids])
  }

  return (
    <MultiCombobox
      label="Leads"
      inputId={leadsInputId}
      placeholder="Name, id or address"
      options={pasted.length > 0 ? pasted.map(named) : found}
      value={query.leadIds.map(named)}
      onChange={choose}
      onSearch={setText}
      onOpen={() => setWanted(true)}
      onPaste={paste}
      onBlur={takeWaitingFix}
      empty={text.trim() === '' ? 'There are no leads.' : `No lead is called “${text.trim()}”.`}
      status={pasted.length > 0 ? null : statusOf(search)}
    />
  )
}

function statusOf(search: ReturnType<typeof useLeadSearch>) {
  if (search.isError && !search.isFetching) {
    return (
      <span className="flex items-center justify-between gap-2">
        Leads could not be searched. {search.error.message}
        <Button size="small" icon="retry" onClick={() => void search.refetch()}>
          Try again
        </Button>
      </span>
    )
  }
  return search.searching ? 'Searching…' : null
}
