import { useMemo } from 'react'
import type { Fact } from '#core/activity/details/fact.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { FactList } from '#explorer/inspector/fact-list.tsx'
import { Section } from '#explorer/inspector/section.tsx'
import type { ViewProps } from './view.ts'

/** The view of a type of which facts say everything. */
export function createFactsView(title: string, factsOf: (wire: WireActivity) => readonly Fact[]) {
  return function FactsView({ wire }: ViewProps) {
    const facts = useMemo(() => factsOf(wire), [wire])
    if (facts.length === 0) return null
    return (
      <Section title={title}>
        <FactList facts={facts} />
      </Section>
    )
  }
}
