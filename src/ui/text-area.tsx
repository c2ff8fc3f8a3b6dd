import type { ComponentProps } from 'react'
import { cx } from './cx.ts'
import { boxOf, FieldFrame, type FieldTexts, inputText, useFieldIds } from './field.tsx'

export interface TextAreaProps extends FieldTexts, Omit<ComponentProps<'textarea'>, 'className' | 'id'> {}

/** Several lines of text. */
export function TextArea({ label, hint, error, describedBy, ...area }: TextAreaProps) {
  const ids = useFieldIds({ hint, error, describedBy })
  return (
    <FieldFrame ids={ids} label={label} hint={hint} error={error}>
      <textarea
        autoComplete="off"
        spellCheck={false}
        rows={5}
        {...area}
        id={ids.id}
        aria-describedby={ids.description}
        aria-invalid={error ? true : undefined}
        className={cx(boxOf({ error }), inputText, 'resize-y p-2 font-mono text-xs outline-none')}
      />
    </FieldFrame>
  )
}
