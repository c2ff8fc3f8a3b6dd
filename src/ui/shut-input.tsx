import type { ComponentProps } from 'react'
import type { Resume } from './live.ts'

interface Props extends ComponentProps<'input'> {
  resume: Resume
  greyed: boolean
  onType?: (text: string) => void
}

/** The input of a combobox that is not live yet: it takes what is done to it down. */
export function ShutInput({ resume, greyed, onType, onKeyDown, onBlur, ...input }: Props) {
  return (
    <input
      {...input}
      type="text"
      // There is no list to control while it is shut.
      // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props
      role="combobox"
      aria-expanded="false"
      aria-haspopup="listbox"
      aria-autocomplete="list"
      aria-disabled={greyed || undefined}
      autoComplete="off"
      spellCheck={false}
      readOnly={greyed}
      onFocus={() => resume.note({ focused: true })}
      onBlur={(event) => {
        resume.forget()
        onBlur?.(event)
      }}
      onClick={(event) => {
        resume.note({ open: !greyed })
        if (!greyed) event.currentTarget.select()
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') resume.note({ open: !greyed })
        onKeyDown?.(event)
      }}
      onChange={(event) => {
        resume.note({ open: true, text: event.currentTarget.value })
        onType?.(event.currentTarget.value)
      }}
    />
  )
}
