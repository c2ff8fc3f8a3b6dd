import { Dialog as Base } from '@base-ui/react/dialog'
import { IconButton } from './button.tsx'
import { cx } from './cx.ts'
import type { DialogProps } from './dialog.tsx'

export function DialogWindow(props: DialogProps) {
  const { open, onOpenChange, title, description, initialFocus, finalFocus, sturdy = false, wide, children } = props
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)} disablePointerDismissal={sturdy}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/35 transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          initialFocus={initialFocus}
          finalFocus={finalFocus}
          className={cx(popup, wide ? 'sm:w-[44rem]' : 'sm:w-[28rem]')}
        >
          <div className="flex items-start justify-between gap-2 px-4 pt-3">
            <div className="min-w-0 py-1.5">
              <Base.Title className="text-[0.9375rem] font-semibold text-ink">{title}</Base.Title>
              {description && (
                <Base.Description className="mt-1 text-ink-muted" render={<div />}>
                  {description}
                </Base.Description>
              )}
            </div>
            <Base.Close render={<IconButton label="Close" icon="cross" className="-me-2" />} />
          </div>
          <div className="min-h-0 overflow-y-auto px-4 pt-2 pb-4">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

const popup = cx(
  'fixed inset-x-0 bottom-0 z-50 flex max-h-[min(100dvh,48rem)] flex-col rounded-t-xl border border-line bg-raised text-ink shadow-xl outline-none',
  'sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:max-h-[calc(100dvh-4rem)] sm:max-w-[calc(100vw-2rem)] sm:-translate-1/2 sm:rounded-lg',
  'transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0',
)
