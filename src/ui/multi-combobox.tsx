import { type ClipboardEvent, type ReactNode, useState } from 'react'
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
import { boxOf, FieldFrame, type FieldTexts, useFieldIds } from './field.tsx'
import { type Resume, useLive } from './live.ts'
import type { Option } from './option.ts'
import { ShutInput } from './shut-input.tsx'

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
  const { live, resume } = useLive()
  return live ? <live.LiveMultiCombobox {...props} resume={resume} /> : <ShutMultiCombobox {...props} resume={resume} />
}

function ShutMultiCombobox({ resume, ...props }: MultiComboboxProps & { resume: Resume }) {
  const { label, hint, error, describedBy, value, kept = [], greyed = false } = props
  const [text, setText] = useState('')
  const ids = useFieldIds({ hint, error, describedBy })
  const inputId = props.inputId ?? ids.id
  const keptId = `${ids.id}-kept`
  const without = (gone: Option) => value.filter((option) => option !== gone).map((option) => option.value)
  return (
    <FieldFrame ids={ids} controlId={inputId} label={label} hint={hint} error={error}>
      <div className={cx(boxOf({ greyed, error }), 'flex cursor-text')}>
        <div role="toolbar" aria-label={value.length > 0 ? `${label}, chosen` : undefined} className={chips}>
          {value.map((option) =>
            greyed ? (
              <GreyedChip key={option.value} option={option} />
            ) : (
              <span key={option.value} className={liveChip}>
                <ChipText option={option} />
                <button
                  type="button"
                  tabIndex={-1}
                  aria-label={`Remove ${option.label}`}
                  className={chipRemove}
                  onClick={() => props.onChange(without(option))}
                >
                  <ChipCross />
                </button>
              </span>
            ),
          )}
          {kept.map((option) => (
            <KeptChip key={option.value} option={option} />
          ))}
          <ShutInput
            id={inputId}
            resume={resume}
            greyed={greyed}
            aria-labelledby={ids.labelId}
            aria-describedby={[ids.description, kept.length > 0 && keptId].filter(Boolean).join(' ') || undefined}
            placeholder={value.length + kept.length > 0 ? '' : props.placeholder}
            value={text}
            onType={(typed) => {
              setText(typed)
              props.onSearch?.(typed)
            }}
            onPaste={(event) => {
              if (greyed) return
              props.onPaste?.(event)
              // Taken as a choice: there is nothing left to choose from a list.
              if (event.defaultPrevented) resume.note({ open: false })
            }}
            onBlur={() => props.onBlur?.()}
            className={chipsInput}
          />
        </div>
        {!greyed && value.length === 0 && <ChipsChevron />}
      </div>
      {kept.length > 0 && <KeptText id={keptId} kept={kept} />}
    </FieldFrame>
  )
}
