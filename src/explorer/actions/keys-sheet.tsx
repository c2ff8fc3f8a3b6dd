import { useRef, useState } from 'react'
import { fold, fuzzyScore } from '#lib/fuzzy.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { KeyCaps } from '#ui/key-caps.tsx'
import { type ActionEntry, catalogue, groups } from './catalogue.ts'
import { setCharacterKeys, useCharacterKeys } from './character-keys.ts'
import { isMac } from './is-mac.ts'
import { keyCaps, keyText } from './key-names.ts'

interface Props {
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Every key there is, to look through. */
export function KeysSheet({ open, onOpenChange }: Props) {
  const [wanted, setWanted] = useState('')
  const search = useRef<HTMLInputElement>(null)
  const isOn = useCharacterKeys()
  const found = catalogue.filter((entry) => entry.keys.length > 0 && fits(entry, wanted))
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      wide
      initialFocus={search}
      title="Keys"
      description="None of them acts while you type in a field."
    >
      <div className="flex flex-col gap-3">
        <input
          ref={search}
          type="search"
          aria-label="Search keys"
          placeholder="Search keys"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          className="h-8 min-w-0 rounded-md border border-line-strong bg-raised px-2 placeholder:text-ink-faint pointer-coarse:h-10 pointer-coarse:text-base"
        />
        <Checkbox checked={isOn} onChange={(event) => setCharacterKeys(event.target.checked)}>
          Keys of a single letter or sign act. Switch them off if you speak to your computer.
        </Checkbox>
        <div className="gap-x-6 sm:columns-2">
          {groups.map((group) => (
            <Group key={group} name={group} entries={found.filter((entry) => entry.group === group)} />
          ))}
        </div>
        {found.length === 0 && <p className="text-ink-muted">No key does this.</p>}
      </div>
    </Dialog>
  )
}

function Group({ name, entries }: { name: string; entries: readonly ActionEntry[] }) {
  if (entries.length === 0) return null
  return (
    <section className="mb-4 break-inside-avoid">
      <h3 className="mb-1 text-xs font-semibold text-ink-muted">{name}</h3>
      <ul className="flex flex-col">
        {entries.map(({ id, label, keys }) => (
          <li key={id} className="flex items-center justify-between gap-3 border-t border-line py-1">
            <span>{label}</span>
            <span className="flex flex-wrap items-center justify-end gap-x-1.5 gap-y-1">
              {keys.map((each, i) => (
                <span key={each} className="inline-flex items-center gap-1.5">
                  {i > 0 && <span className="text-xs text-ink-faint">or</span>}
                  <span className="sr-only">{keyText(each, isMac)}</span>
                  <KeyCaps presses={keyCaps(each, isMac)} />
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function fits({ label, group, keys }: ActionEntry, wanted: string): boolean {
  const text = `${label} ${group} ${keys.map((each) => keyText(each, isMac)).join(' ')}`
  return fuzzyScore(fold(text), fold(wanted.trim())) !== null
}
