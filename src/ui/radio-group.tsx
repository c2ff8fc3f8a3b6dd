import { type ReactNode, useId } from 'react'
import { cx } from './cx.ts'

export interface RadioGroupProps<V extends string> {
  label: string
  options: readonly { value: V; label: string }[]
  value: V
  onChange: (value: V) => void
  greyed?: boolean
  describedBy?: string | undefined
  hint?: ReactNode
  className?: string
}

/**
 * A row of joined choices. Native radio buttons lie over their labels, so that pointer, arrows and assistive technology
 * meet the same element. Greyed, they can be walked through but not changed.
 */
export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  const id = useId()
  const { label, options, value, onChange, greyed = false, describedBy, hint, className } = props
  const description = [describedBy, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={description}
      aria-disabled={greyed || undefined}
      className={cx('@container flex min-w-0 flex-col gap-1', className)}
    >
      <span id={`${id}-label`} className="text-xs font-medium text-ink-muted">
        {label}
      </span>
      <div
        className={cx(
          'flex flex-wrap rounded-md border p-0.5 @max-xs:flex-col',
          greyed ? 'border-line bg-sunken' : 'border-line-strong bg-raised',
        )}
      >
        {options.map((option) => (
          <label key={option.value} className="relative flex min-h-6.5 grow items-stretch pointer-coarse:min-h-11">
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              aria-disabled={greyed || undefined}
              aria-describedby={greyed ? description : undefined}
              onChange={() => {
                if (!greyed) onChange(option.value)
              }}
              className="peer absolute inset-0 size-full cursor-default opacity-0"
            />
            <span className={cx(segment, greyed ? greyedSegment : liveSegment)}>{option.label}</span>
          </label>
        ))}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-ink-faint">
          {hint}
        </p>
      )}
    </div>
  )
}

const segment =
  'flex w-full items-center justify-center rounded-sm px-2 leading-4 @max-xs:justify-start peer-focus-visible:outline-2 peer-focus-visible:outline-accent'
const liveSegment = 'text-ink-muted peer-checked:bg-accent-soft peer-checked:font-medium peer-checked:text-accent'
const greyedSegment = 'text-ink-faint peer-checked:underline peer-checked:underline-offset-2'
