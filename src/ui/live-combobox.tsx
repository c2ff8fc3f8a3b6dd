import { Combobox as Base } from '@base-ui/react/combobox'
import { useMemo, useState } from 'react'
import { FieldChevron, fieldInput } from './combobox-look.tsx'
import type { ComboboxProps } from './combobox.tsx'
import { cx } from './cx.ts'
import { boxOf, FieldFrame, useFieldIds } from './field.tsx'
import { type Resume, useResumed } from './live.ts'
import { sameOption, searchText } from './option.ts'
import { OptionList } from './option-list.tsx'

export function LiveCombobox(props: ComboboxProps & { resume: Resume }) {
  const { label, hint, error, describedBy, options, value, onChange, greyed = false, empty, status, className } = props
  const [open, setOpen] = useState(() => props.resume.done().open)
  const ids = useFieldIds({ hint, error, describedBy })
  useResumed(ids.id, props.resume)
  const { contains } = Base.useFilter()
  const [typed, setTyped] = useState('')
  const offer = typed === '' ? null : (props.offer?.(typed) ?? null)
  const offered = offer && 'label' in offer ? offer.label : null
  const items = useMemo(
    () => (offered === null ? options : [{ value: offered, label: offered }, ...options]),
    [offered, options],
  )
  // Another object for the same choice would put its label in place of what is being typed.
  const { value: chosen, label: chosenLabel } = value
  const choice = useMemo(() => ({ value: chosen, label: chosenLabel }), [chosen, chosenLabel])
  return (
    <Base.Root
      items={items}
      value={choice}
      isItemEqualToValue={sameOption}
      filter={(option, text) => option.value === offered || contains(searchText(option), text)}
      autoHighlight
      readOnly={greyed}
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        if (!next) setTyped('')
      }}
      onInputValueChange={(text, details) => {
        if (details.reason === 'input-change') setTyped(text.trim())
        // Escape would empty a closed field. A list that is open puts the chosen label back when it closes.
        if (details.reason === 'escape-key') details.cancel()
        if (details.reason === 'input-change') setOpen(true)
      }}
      onValueChange={(next, details) => {
        if (next === null) return details.cancel()
        onChange(next.value)
      }}
    >
      <FieldFrame ids={ids} label={label} hint={hint} error={error} className={className}>
        <Base.InputGroup className={cx(boxOf({ greyed, error }), 'relative')}>
          <Base.Input
            id={ids.id}
            aria-labelledby={ids.labelId}
            aria-describedby={ids.description}
            aria-disabled={greyed || undefined}
            onClick={(event) => event.currentTarget.select()}
            className={fieldInput}
          />
          <FieldChevron />
        </Base.InputGroup>
      </FieldFrame>
      <OptionList
        empty={(offer && 'why' in offer ? offer.why : empty) ?? 'Nothing fits.'}
        status={status}
        inputId={ids.id}
      />
    </Base.Root>
  )
}
