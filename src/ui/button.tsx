import { type ComponentProps, type MouseEvent, useId } from 'react'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icon.tsx'

const looks = {
  plain: 'border-line-strong bg-raised text-ink hover:bg-sunken',
  primary: 'border-accent bg-accent font-medium text-accent-ink hover:brightness-110',
  quiet: 'border-transparent bg-transparent text-ink-muted hover:bg-sunken hover:text-ink',
  fix: 'border-accent/40 bg-accent-soft text-accent hover:border-accent',
  danger: 'border-danger bg-raised text-danger hover:bg-danger-soft',
}

const sizes = {
  small: 'min-h-6 px-2 gap-1 text-xs pointer-coarse:min-h-11',
  medium: 'min-h-8 px-3 gap-1.5 pointer-coarse:min-h-11',
}

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  look?: keyof typeof looks
  size?: keyof typeof sizes
  icon?: IconName
  /** Keeps the button in the tab order and does nothing. A sentence says why; where it stands elsewhere, describe the button by it. */
  greyed?: boolean | string | null
}

/** A button which stays reachable when it is greyed. */
export function Button({ look = 'plain', size = 'medium', icon, greyed, className, children, ...rest }: ButtonProps) {
  const id = useId()
  return (
    <button
      type="button"
      {...unlessGreyed(rest, greyed, id)}
      className={cx(shape, looks[look], sizes[size], grey, className)}
    >
      {icon && <Icon name={icon} className={size === 'small' ? 'size-3.5' : 'size-4'} />}
      {children}
      {reason(greyed, id)}
    </button>
  )
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon'> {
  label: string
  icon: IconName
}

/** A square button whose name is only spoken, and shown on hover. */
export function IconButton({
  label,
  icon,
  look = 'quiet',
  size = 'medium',
  greyed,
  className,
  ...rest
}: IconButtonProps) {
  const id = useId()
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...unlessGreyed(rest, greyed, id)}
      className={cx(shape, looks[look], squares[size], grey, className)}
    >
      <Icon name={icon} />
      {reason(greyed, id)}
    </button>
  )
}

const shape =
  'inline-flex max-w-full shrink-0 cursor-default items-center justify-center rounded-md border text-start leading-4 select-none'
const grey = 'aria-disabled:border-line aria-disabled:bg-transparent aria-disabled:text-ink-faint'
const squares = { small: 'size-6 pointer-coarse:size-11', medium: 'size-8 pointer-coarse:size-11' }

type Greyed = ButtonProps['greyed']

function unlessGreyed(props: Omit<ComponentProps<'button'>, 'disabled'>, greyed: Greyed, id: string) {
  if (!greyed) return props
  const stop = (event: MouseEvent) => event.preventDefault()
  const why = greyed !== true && { 'aria-describedby': id, title: greyed }
  return { ...props, ...why, 'aria-disabled': true, onClick: stop } as const
}

/** Not a name, but a description: hidden text describes, and is no part of what the button is called. */
function reason(greyed: Greyed, id: string) {
  return (
    greyed &&
    greyed !== true && (
      <span id={id} hidden>
        {greyed}
      </span>
    )
  )
}
