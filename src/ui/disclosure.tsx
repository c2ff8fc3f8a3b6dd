import { type ReactNode, useId, useState } from 'react'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'

export interface DisclosureProps {
  label: string
  /** Open at first, for instance because something inside is set. Opens it later as well, never closes it. */
  startOpen?: boolean
  children: ReactNode
}

/** A button that shows and hides what follows it. */
export function Disclosure({ label, startOpen = false, children }: DisclosureProps) {
  const id = useId()
  const [choice, setChoice] = useState<boolean | null>(null)
  const open = choice ?? startOpen
  return (
    <div className="flex flex-col gap-3">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setChoice(!open)}
        className="flex min-h-8 cursor-default items-center gap-1 self-start rounded-md pe-2 font-medium text-ink-muted hover:text-ink pointer-coarse:min-h-11"
      >
        <Icon name="chevron-right" className={cx('size-4', open && 'rotate-90')} />
        {label}
      </button>
      <div id={id} hidden={!open}>
        {children}
      </div>
    </div>
  )
}
