import type { ComponentProps, ReactNode } from 'react'

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'className' | 'children'> {
  children: ReactNode
}

/** A native check box with its text. */
export function Checkbox({ children, ...input }: CheckboxProps) {
  return (
    <label className="flex min-h-6 items-center gap-2 pointer-coarse:min-h-11">
      <input type="checkbox" {...input} className="size-4 shrink-0 accent-accent" />
      <span className="min-w-0">{children}</span>
    </label>
  )
}
