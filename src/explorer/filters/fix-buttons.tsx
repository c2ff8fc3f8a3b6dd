import type { Fix } from '#core/query/plan-types.ts'
import { Button } from '#ui/button.tsx'
import { chooseLead } from './choose-lead.ts'
import { useChange } from './use-change.ts'

/** Ways out, as buttons. What waits for a lead goes to where one is chosen. */
export function FixButtons({ fixes }: { fixes: readonly Fix[] }) {
  const change = useChange()
  return (
    <div className="flex flex-wrap gap-1.5">
      {fixes.map((fix) => (
        <Button
          key={fix.id}
          look="fix"
          size="small"
          onClick={() => (fix.needs === 'lead' ? chooseLead() : change((now) => fix.apply(now)))}
        >
          {fix.label}
        </Button>
      ))}
    </div>
  )
}
