import { useId, useMemo, useState } from 'react'
import type { WireActivity } from '#core/close/wire.ts'
import { CopyIcon } from '#explorer/copy-button.tsx'
import { useNames } from '#explorer/names/use-names.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { fieldsOf, wholeValue } from './fields.ts'

/** Every field as it was sent, to look through. */
export function FieldsTable({ wire }: { wire: WireActivity }) {
  const id = useId()
  const names = useNames()
  const [wanted, setWanted] = useState('')
  const [hidesEmpty, setHidesEmpty] = useState(true)
  const fields = useMemo(
    () => fieldsOf(wire, { wanted, hidesEmpty, customField: (field) => names.customField(field) }),
    [wire, wanted, hidesEmpty, names],
  )
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h3 id={id} className="text-xs font-semibold text-ink-muted">
        All fields
      </h3>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <input
          type="search"
          aria-label="Search fields"
          placeholder="Search fields"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          className="h-8 min-w-0 grow rounded-md border border-line-strong bg-raised px-2 placeholder:text-ink-faint pointer-coarse:h-10 pointer-coarse:text-base"
        />
        <Checkbox checked={hidesEmpty} onChange={(event) => setHidesEmpty(event.target.checked)}>
          Hide empty
        </Checkbox>
      </div>
      <table className="w-full table-fixed border-collapse">
        <colgroup>
          <col className="w-36" />
          <col />
          <col className="w-7 pointer-coarse:w-11" />
        </colgroup>
        <thead className="sr-only">
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Value</th>
            <th scope="col">Copy</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, label, text }) => (
            <tr key={name} className="group border-t border-line align-top">
              <th
                scope="row"
                className="w-36 py-1 pe-2 text-start font-mono text-xs leading-5 font-normal break-all text-ink-muted"
              >
                {name}
                {label !== undefined && <span className="block font-sans text-ink">{label}</span>}
              </th>
              <td dir="auto" className="py-1 text-xs leading-5 break-words whitespace-pre-wrap">
                {text}
              </td>
              <td className="w-7 py-0.5 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
                <CopyIcon label={`Copy ${name}`} text={() => wholeValue(wire[name])} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {fields.length === 0 && <p className="text-ink-muted">No field matches.</p>}
    </section>
  )
}
