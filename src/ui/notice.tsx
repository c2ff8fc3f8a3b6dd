import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icon.tsx'

const tones: Record<Tone, { box: string; icon: IconName }> = {
  info: { box: 'border-line bg-surface text-ink', icon: 'info' },
  warn: { box: 'border-warn/40 bg-warn-soft text-warn', icon: 'alert' },
  danger: { box: 'border-danger/40 bg-danger-soft text-danger', icon: 'alert' },
  good: { box: 'border-good/40 bg-good-soft text-good', icon: 'check' },
}

export type Tone = 'info' | 'warn' | 'danger' | 'good'

/** A framed message with room for buttons. */
export function Notice({
  tone = 'info',
  children,
  actions,
}: {
  tone?: Tone
  children: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className={cx('flex items-start gap-2 rounded-md border px-3 py-2', tones[tone].box)}>
      <Icon name={tones[tone].icon} className="mt-0.5 size-4" />
      <div className="flex min-w-0 grow flex-wrap items-start justify-between gap-2">
        <div className="min-w-0 grow basis-60">{children}</div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}
