import { useCallback, useId } from 'react'
import type { Fact } from '#core/activity/details/fact.ts'
import { useWantedNames } from '#explorer/names/use-names.ts'
import { keyed } from '#lib/keyed.ts'
import { Value } from './fact-value.tsx'
import { wantedIn } from './wanted-in.ts'

/** Facts under each other, their values in one line. Asks for the names of what they refer to. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  useWantedNames(
    useId(),
    useCallback(() => wantedIn(facts), [facts]),
  )
  if (facts.length === 0) return null
  return (
    <dl className="grid grid-cols-[6rem_minmax(0,1fr)] sm:grid-cols-[7.5rem_minmax(0,1fr)] items-baseline gap-x-3 gap-y-1.5">
      {keyed(facts).map(({ key, item: { label, value } }) => (
        <div key={key} className="contents">
          <dt className="min-w-0 break-words text-ink-muted">{label}</dt>
          <dd dir="auto" className="min-w-0">
            <Value value={value} noun={label} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
