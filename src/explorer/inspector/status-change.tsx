import type { Status, StatusChange as Change } from '#core/activity/details/change.ts'
import { cx } from '#ui/cx.ts'
import { Icon } from '#ui/icon.tsx'

/** From which status to which. */
export function StatusChange({ from, to }: Change) {
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span className="sr-only">From</span>
      <Label status={from} />
      <Icon name="arrow-right" className="size-4 text-ink-faint" />
      <span className="sr-only">to</span>
      <Label status={to} isNew />
    </p>
  )
}

function Label({ status: { label, type }, isNew = false }: { status: Status; isNew?: boolean }) {
  return (
    <bdi
      className={cx(
        'rounded-md border px-2.5 py-1 leading-5',
        isNew
          ? (tones[type ?? ''] ?? 'border-accent/40 bg-accent-soft font-medium text-accent')
          : 'border-line text-ink-muted',
      )}
    >
      {label ?? 'Unknown status'}
    </bdi>
  )
}

const tones: Readonly<Record<string, string>> = {
  won: 'border-good/40 bg-good-soft font-medium text-good',
  lost: 'border-danger/40 bg-danger-soft font-medium text-danger',
}
