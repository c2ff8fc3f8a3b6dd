import { Combobox as Base } from '@base-ui/react/combobox'
import { type ReactNode, useState } from 'react'
import { cx } from './cx.ts'
import { boxOf, FieldFrame, type FieldTexts, inputText, useFieldIds } from './field.tsx'
import { Icon } from './icon.tsx'
import { type Option, sameOption, searchText } from './option.ts'
import { OptionList } from './option-list.tsx'

export interface ComboboxProps extends FieldTexts {
  options: readonly Option[]
  value: Option
  onChange: (value: string) => void
  /** Its value cannot be changed; the options can still be walked through, each with its own reason. */
  greyed?: boolean
  empty?: string
  status?: ReactNode
  className?: string
}

/** One of several, by clicking or by typing part of it. There is always a choice: clearing the text brings it back. */
export function Combobox(props: ComboboxProps) {
  const { label, hint, error, describedBy, options, value, onChange, greyed = false, empty, status, className } = props
  const [open, setOpen] = useState(false)
  const ids = useFieldIds({ hint, error, describedBy })
  const { contains } = Base.useFilter()
  return (
    <Base.Root
      items={options}
      value={value}
      isItemEqualToValue={sameOption}
      filter={(option, typed) => contains(searchText(option), typed)}
      autoHighlight
      readOnly={greyed}
      open={open}
      onOpenChange={setOpen}
      onInputValueChange={(_, details) => {
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
            className={cx(
              inputText,
              'h-7.5 w-full cursor-default truncate bg-transparent ps-2 pe-7 outline-none pointer-coarse:h-9.5',
            )}
          />
          <Icon
            name="chevron-down"
            className="pointer-events-none absolute inset-y-0 end-2 my-auto size-4 text-ink-faint"
          />
        </Base.InputGroup>
      </FieldFrame>
      <OptionList empty={empty ?? 'Nothing fits.'} status={status} inputId={ids.id} />
    </Base.Root>
  )
}
