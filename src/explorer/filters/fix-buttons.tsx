import { useId } from 'react'
import type { Fix } from '#core/query/plan-types.ts'
import { Button } from '#ui/button.tsx'
import { chooseLead } from './choose-lead.ts'
import { useChange } from './use-change.ts'

/** Ways out, as buttons. What waits for a lead goes to where one is chosen. */
export function FixButtons({ fixes }: { fixes: readonly Fix[] }) {
  return (
    <div className="flex flex-wrap gap-1.5">
      {fixes.map((fix) => (
        <FixButton key={fix.id} fix={fix} />
      ))}
    </div>
  )
}

function FixButton({ fix }: { fix: Fix }) {
  const id = useId()
  const change = useChange()
  return (
    <>
      <Button
        look="fix"
        size="small"
        title={fix.note}
        aria-describedby={fix.note ? id : undefined}
        onClick={() => (fix.needs === 'lead' ? chooseLead(fix) : change((now) => fix.apply(now)))}
      >
        {fix.label}
      </Button>
      {fix.note && (
        <span id={id} className="self-center text-xs text-ink-muted">
          {fix.note}
        </span>
      )}
    </>
  )
}
