import { type ReactNode, useId } from 'react'
import { cx } from './cx.ts'

export interface FieldTexts {
  label: string
  /** Explains the field, below it. */
  hint?: ReactNode
  /** Says what is wrong with the text as it stands. */
  error?: string | undefined
  /** Ids of texts elsewhere that describe the control, for instance a shared reason. */
  describedBy?: string | undefined
}

/** Ids that tie a control to its label, hint and error. */
export function useFieldIds({ hint, error, describedBy }: Omit<FieldTexts, 'label'>) {
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const description = [error && errorId, describedBy, hint && hintId].filter(Boolean).join(' ')
  return { id, labelId: `${id}-label`, hintId, errorId, description: description || undefined }
}

type FieldIds = ReturnType<typeof useFieldIds>

interface FieldFrameProps extends FieldTexts {
  ids: FieldIds
  controlId?: string
  className?: string | undefined
  children: ReactNode
}

/** Label above, control, then what is wrong and what helps. */
export function FieldFrame({ ids, controlId, label, hint, error, className, children }: FieldFrameProps) {
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', className)}>
      <label id={ids.labelId} htmlFor={controlId ?? ids.id} className="text-xs font-medium text-ink-muted">
        {label}
      </label>
      {children}
      {error && (
        <p id={ids.errorId} className="text-xs text-danger">
          {error}
        </p>
      )}
      {hint && (
        <p id={ids.hintId} className="text-xs text-ink-faint">
          {hint}
        </p>
      )}
    </div>
  )
}

/** The box around a control's text. */
export function boxOf({ greyed, error }: { greyed?: boolean | undefined; error?: string | undefined }): string {
  const look = greyed
    ? 'border-line bg-sunken text-ink-muted'
    : cx('bg-raised text-ink', error ? 'border-danger' : 'border-line-strong')
  return cx(
    'w-full min-w-0 rounded-md border focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-accent',
    look,
  )
}

/** 16 px on touch: smaller text makes phones zoom into the field. */
export const inputText = 'pointer-coarse:text-base placeholder:text-ink-faint'
