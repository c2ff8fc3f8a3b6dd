import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'

export interface PopoverProps {
  /** A button; it is given the props that open the popover. */
  trigger: ReactElement
  /** Names the popover, for those who listen and on screen. */
  title: string
  open?: boolean
  onOpenChange?: (open: boolean) => void
  align?: 'start' | 'center' | 'end'
  children: ReactNode
}

/** A small panel beside its button. */
export function Popover({ trigger, title, open, onOpenChange, align = 'start', children }: PopoverProps) {
  return (
    <Base.Root {...(open === undefined ? {} : { open })} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={4} collisionPadding={8} className="z-50">
          <Base.Popup className="flex max-h-(--available-height) w-72 max-w-(--available-width) flex-col gap-2 overflow-y-auto rounded-lg border border-line bg-raised p-3 text-ink shadow-lg outline-none">
            <Base.Title className="text-xs font-medium text-ink-muted">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
