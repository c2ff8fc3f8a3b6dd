import { useId, useState } from 'react'
import type { WireActivity } from '#core/close/wire.ts'
import { useNames } from '#explorer/names/use-names.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { CopyButton } from './copy-button.tsx'
import { fieldsOf, valueText } from './fields.ts'

/** Every field as sent, to search in. */
export function FieldTable({ activity }: { activity: WireActivity }) {
  const id = useId()
  const names = useNames()
  const [wanted, setWanted] = useState('')
  const [hidesNull, setHidesNull] = useState(true)
  const fields = fieldsOf(activity, { wanted, hidesNull, nameOf: (field) => names.customField(field) })
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h3 id={id} className="font-medium">
        All fields
      </h3>
      <div className="flex flex-wrap items-center gap-3">
        <input
          type="search"
          aria-label="Search fields"
          placeholder="Search fields"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          className="min-h-8 min-w-0 grow rounded-md border border-line-strong bg-raised px-2 placeholder:text-ink-faint pointer-coarse:min-h-10"
        />
        <Checkbox checked={hidesNull} onChange={(event) => setHidesNull(event.target.checked)}>
          Hide empty
        </Checkbox>
      </div>
      <dl className="divide-y divide-line rounded-md border border-line">
        {fields.map(({ name, label, value }) => (
          <div key={name} className="group flex items-start gap-2 px-2 py-1">
            <dt className="w-36 shrink-0 font-mono text-xs leading-5 break-all text-ink-muted">
              {name}
              {label !== undefined && <span className="block font-sans">{label}</span>}
            </dt>
            <dd dir="auto" className="max-h-40 min-w-0 grow overflow-y-auto text-xs leading-5 break-words whitespace-pre-wrap">
              {valueText(value)}
            </dd>
            <CopyButton text={valueText(value)} label={`Copy ${name}`} />
          </div>
        ))}
        {fields.length === 0 && <p className="px-2 py-1 text-ink-muted">No field matches.</p>}
      </dl>
    </section>
  )
}
