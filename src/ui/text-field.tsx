import type { ComponentProps } from 'react'
import { cx } from './cx.ts'
import { boxOf, FieldFrame, type FieldTexts, inputText, useFieldIds } from './field.tsx'

export interface TextFieldProps extends FieldTexts, Omit<ComponentProps<'input'>, 'className' | 'id'> {
  /** Readable, reachable and unchangeable; say why in `describedBy`. */
  greyed?: boolean | undefined
  /** Shows dots instead of letters, without the browser's password store stepping in. */
  masked?: boolean
  className?: string
}

/** One line of text, or a day with `type="date"`. */
export function TextField({ label, hint, error, describedBy, greyed, masked, className, ...input }: TextFieldProps) {
  const ids = useFieldIds({ hint, error, describedBy })
  return (
    <FieldFrame ids={ids} label={label} hint={hint} error={error} className={className}>
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="off"
        {...input}
        id={ids.id}
        aria-describedby={ids.description}
        aria-invalid={error ? true : undefined}
        aria-disabled={greyed || undefined}
        readOnly={greyed || input.readOnly}
        className={cx(
          boxOf({ greyed, error }),
          inputText,
          'h-8 px-2 outline-none pointer-coarse:h-10',
          masked && '[-webkit-text-security:disc]',
        )}
      />
    </FieldFrame>
  )
}

export type DateFieldProps = Omit<TextFieldProps, 'type' | 'masked'>

/** A day, with the browser's own calendar. Its value is `YYYY-MM-DD`, or empty while it is incomplete. */
export function DateField(props: DateFieldProps) {
  return <TextField {...props} type="date" />
}
