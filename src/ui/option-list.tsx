import { Combobox as Base } from '@base-ui/react/combobox'
import { type ReactNode, useId } from 'react'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import type { Option } from './option.ts'

export interface OptionListProps {
  /** Said when nothing fits what was typed. */
  empty: string
  /** What is going on, announced as it changes; null when there is nothing to say. */
  status?: ReactNode
  /** Takes the focus back from a button in the status, which may go with what it says. */
  inputId: string
}

/** The list below a combobox. */
export function OptionList({ empty, status, inputId }: OptionListProps) {
  const focusInput = () => document.getElementById(inputId)?.focus()
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={4} collisionPadding={8} className="z-50 outline-none">
        <Base.Popup className="w-(--anchor-width) max-w-(--available-width) min-w-56 overflow-hidden rounded-lg border border-line bg-raised text-ink shadow-lg">
          <Base.Status className="empty:hidden" onClick={focusInput}>
            {status ? <div className="px-3 py-2 text-ink-muted">{status}</div> : null}
          </Base.Status>
          <Base.Empty className="empty:hidden">
            {status ? null : <div className="px-3 py-2 text-ink-muted">{empty}</div>}
          </Base.Empty>
          <Base.List className="max-h-[min(20rem,var(--available-height))] scroll-py-1 overflow-y-auto overscroll-contain py-1 outline-none data-empty:p-0">
            {(option: Option) => <OptionRow key={option.value} option={option} />}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  )
}

function OptionRow({ option }: { option: Option }) {
  const id = useId()
  const more = option.unavailable ?? option.detail
  return (
    <Base.Item
      value={option}
      disabled={option.unavailable !== undefined}
      aria-label={option.label}
      aria-describedby={more ? id : undefined}
      className={cx(
        'mx-1 flex min-h-7 cursor-default items-start gap-2 rounded-md px-2 py-1 leading-5 outline-none select-none pointer-coarse:min-h-11 pointer-coarse:py-2.5',
        'data-highlighted:bg-accent-soft aria-disabled:text-ink-faint',
      )}
    >
      <span className="flex h-5 w-4 shrink-0 items-center text-accent">
        <Base.ItemIndicator>
          <Icon name="check" />
        </Base.ItemIndicator>
      </span>
      <span className="min-w-0 grow">
        <bdi>{option.label}</bdi>
        {more && (
          <span id={id} className={cx('text-xs text-ink-faint', option.unavailable ? 'block' : 'ms-2')}>
            {more}
          </span>
        )}
      </span>
    </Base.Item>
  )
}
