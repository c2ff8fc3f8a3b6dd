import { Combobox as Base } from '@base-ui/react/combobox'
import { type ClipboardEvent, type ReactNode, useState } from 'react'
import { cx } from './cx.ts'
import { boxOf, FieldFrame, type FieldTexts, inputText, useFieldIds } from './field.tsx'
import { Icon } from './icon.tsx'
import { type Option, sameOption, searchText } from './option.ts'
import { OptionList } from './option-list.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

export interface MultiComboboxProps extends FieldTexts {
  options: readonly Option[]
  /** The chosen ones, in the order they were chosen. */
  value: readonly Option[]
  onChange: (values: string[]) => void
  /** Chosen before and set aside: shown struck through. */
  kept?: readonly Option[]
  /** Readable, reachable and unchangeable; say why in `describedBy`. */
  greyed?: boolean
  placeholder?: string
  empty: string
  status?: ReactNode
  /** Follows the typed text. With it, `options` are shown as they come. */
  onSearch?: (text: string) => void
  /** Called whenever the list opens, for instance to fetch it. */
  onOpen?: () => void
  onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void
  onBlur?: () => void
  inputId?: string
}

/** Several of many, as chips in the field. */
export function MultiCombobox(props: MultiComboboxProps) {
  const { label, hint, error, describedBy, options, value, kept = [], greyed = false, onSearch } = props
  const [open, setOpen] = useState(false)
  const ids = useFieldIds({ hint, error, describedBy })
  const inputId = props.inputId ?? ids.id
  const keptId = `${ids.id}-kept`
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
          <Base.Chips
            aria-label={value.length > 0 ? `${label}, chosen` : undefined}
            className="flex min-w-0 grow flex-wrap items-center gap-1 p-0.5"
          >
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
              className={cx(inputText, 'h-6.5 min-w-8 flex-1 bg-transparent px-1.5 outline-none pointer-coarse:h-8.5')}
            />
          </Base.Chips>
          {!greyed && value.length === 0 && (
            <Icon
              name="chevron-down"
              className="pointer-events-none me-2 mt-1.75 size-4 pointer-coarse:mt-2.75 text-ink-faint"
            />
          )}
        </Base.InputGroup>
        {kept.length > 0 && (
          <p id={keptId} className="text-xs text-ink-faint">
            Kept, not applied<VisuallyHidden>: {kept.map((option) => option.label).join(', ')}</VisuallyHidden>
          </p>
        )}
      </FieldFrame>
      <OptionList empty={props.empty} status={props.status} inputId={inputId} />
    </Base.Root>
  )
}

const chip =
  'flex min-h-6 max-w-full min-w-0 cursor-default items-center gap-0.5 rounded-sm ps-1.5 leading-4 outline-none'

function SelectedChip({ option, greyed }: { option: Option; greyed: boolean }) {
  const text = <span className="min-w-0 truncate">{option.label}</span>
  if (greyed) return <span className={cx(chip, 'bg-line/60 pe-1.5')}>{text}</span>
  return (
    <Base.Chip className={cx(chip, 'bg-accent-soft text-ink focus:outline-2 focus:outline-accent')}>
      {text}
      <Base.ChipRemove
        aria-label={`Remove ${option.label}`}
        className="flex size-6 shrink-0 cursor-default items-center justify-center rounded-sm text-ink-muted hover:text-ink"
      >
        <Icon name="cross" className="size-3" />
      </Base.ChipRemove>
    </Base.Chip>
  )
}

function KeptChip({ option }: { option: Option }) {
  return (
    <span className={cx(chip, 'border border-dashed border-line-strong pe-1.5 text-ink-faint')}>
      <s className="min-w-0 truncate">{option.label}</s>
    </span>
  )
}
