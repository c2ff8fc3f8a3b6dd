import { type ReactNode, useState } from 'react'
import { boxOf, FieldFrame, type FieldTexts, useFieldIds } from './field.tsx'
import { FieldChevron, fieldInput } from './combobox-look.tsx'
import { cx } from './cx.ts'
import { type Resume, useLive } from './live.ts'
import type { Option } from './option.ts'
import { ShutInput } from './shut-input.tsx'

export interface ComboboxProps extends FieldTexts {
  options: readonly Option[]
  value: Option
  onChange: (value: string) => void
  /**
   * What typed text means beside the options: one more to choose, with its label as value, or why it is none; null
   * to leave it to the options.
   */
  offer?: ((typed: string) => Offer | null) | undefined
  /** Its value cannot be changed; the options can still be walked through, each with its own reason. */
  greyed?: boolean
  empty?: string
  status?: ReactNode
  className?: string
}

export type Offer = { readonly label: string } | { readonly why: string }

/** One of several, by clicking or by typing part of it. There is always a choice: clearing the text brings it back. */
export function Combobox(props: ComboboxProps) {
  const { live, resume } = useLive()
  return live ? <live.LiveCombobox {...props} resume={resume} /> : <ShutCombobox {...props} resume={resume} />
}

function ShutCombobox({ resume, ...props }: ComboboxProps & { resume: Resume }) {
  const { label, hint, error, describedBy, value, greyed = false, className } = props
  const [text, setText] = useState<string | null>(null)
  const ids = useFieldIds({ hint, error, describedBy })
  return (
    <FieldFrame ids={ids} label={label} hint={hint} error={error} className={className}>
      <div className={cx(boxOf({ greyed, error }), 'relative')}>
        <ShutInput
          id={ids.id}
          resume={resume}
          greyed={greyed}
          aria-labelledby={ids.labelId}
          aria-describedby={ids.description}
          value={text ?? value.label}
          onType={setText}
          className={fieldInput}
        />
        <FieldChevron />
      </div>
    </FieldFrame>
  )
}
