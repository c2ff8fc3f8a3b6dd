import { Combobox as Base } from '@base-ui/react/combobox'
import { useEffectEvent, useLayoutEffect, useState } from 'react'
import {
  chipRemove,
  chips,
  chipsInput,
  ChipCross,
  ChipsChevron,
  ChipText,
  GreyedChip,
  KeptChip,
  KeptText,
  liveChip,
} from './combobox-look.tsx'
import { cx } from './cx.ts'
import { boxOf, FieldFrame, useFieldIds } from './field.tsx'
import { type Resume, useResumed } from './live.ts'
import type { MultiComboboxProps } from './multi-combobox.tsx'
import { type Option, sameOption, searchText } from './option.ts'
import { OptionList } from './option-list.tsx'

export function LiveMultiCombobox(props: MultiComboboxProps & { resume: Resume }) {
  const { label, hint, error, describedBy, options, value, kept = [], greyed = false, onSearch } = props
  const [open, setOpen] = useState(() => props.resume.done().open)
  const ids = useFieldIds({ hint, error, describedBy })
  const inputId = props.inputId ?? ids.id
  const keptId = `${ids.id}-kept`
  const opened = useEffectEvent(() => {
    if (open) props.onOpen?.()
  })
  useLayoutEffect(() => opened(), [])
  useResumed(inputId, props.resume)
  const { contains } = Base.useFilter()
  return (
    <Base.Root
      multiple
      items={options}
      value={value}
      isItemEqualToValue={sameOption}
      filter={onSearch ? null : (option: Option, typed: string) => contains(searchText(option), typed)}
      autoHighlight
      readOnly={greyed}
      open={open && !greyed}
      onOpenChange={(next, details) => {
        // A greyed list stays shut, and does not spring open once it is no longer greyed.
        if (greyed) return details.cancel()
        if (next) props.onOpen?.()
        setOpen(next)
      }}
      onInputValueChange={(text) => onSearch?.(text)}
      onValueChange={(next: Option[], details) => {
        // Escape would throw away everything chosen.
        if (details.reason === 'escape-key') return details.cancel()
        props.onChange(next.map((option) => option.value))
        // An open list hides the rest of the form from those who listen.
        if (details.reason === 'item-press') setOpen(false)
      }}
    >
      <FieldFrame ids={ids} controlId={inputId} label={label} hint={hint} error={error}>
        <Base.InputGroup className={cx(boxOf({ greyed, error }), 'flex cursor-text')}>
          <Base.Chips aria-label={value.length > 0 ? `${label}, chosen` : undefined} className={chips}>
            {value.map((option) => (
              <SelectedChip key={option.value} option={option} greyed={greyed} />
            ))}
            {kept.map((option) => (
              <KeptChip key={option.value} option={option} />
            ))}
            <Base.Input
              id={inputId}
              onBlur={() => props.onBlur?.()}
              onPaste={(event) => {
                if (greyed) return
                props.onPaste?.(event)
                // Taken as a choice, which shuts the list as a click on an option does.
                if (event.defaultPrevented) setOpen(false)
              }}
              aria-labelledby={ids.labelId}
              aria-describedby={[ids.description, kept.length > 0 && keptId].filter(Boolean).join(' ') || undefined}
              aria-disabled={greyed || undefined}
              placeholder={value.length + kept.length > 0 ? '' : props.placeholder}
              className={chipsInput}
            />
          </Base.Chips>
          {!greyed && value.length === 0 && <ChipsChevron />}
        </Base.InputGroup>
        {kept.length > 0 && <KeptText id={keptId} kept={kept} />}
      </FieldFrame>
      <OptionList empty={props.empty} status={props.status} inputId={inputId} />
    </Base.Root>
  )
}

function SelectedChip({ option, greyed }: { option: Option; greyed: boolean }) {
  if (greyed) return <GreyedChip option={option} />
  return (
    <Base.Chip className={liveChip}>
      <ChipText option={option} />
      <Base.ChipRemove aria-label={`Remove ${option.label}`} className={chipRemove}>
        <ChipCross />
      </Base.ChipRemove>
    </Base.Chip>
  )
}
