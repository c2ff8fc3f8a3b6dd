import { useMemo } from 'react'
import { changeOf, opportunityFacts } from '#core/activity/details/change.ts'
import { FactList } from '#explorer/inspector/fact-list.tsx'
import { Section } from '#explorer/inspector/section.tsx'
import { StatusChange } from '#explorer/inspector/status-change.tsx'
import type { ViewProps } from './view.ts'

export function OpportunityStatusView({ wire }: ViewProps) {
  const facts = useMemo(() => opportunityFacts(wire), [wire])
  return (
    <Section title="Opportunity status">
      <StatusChange {...changeOf(wire)} />
      <FactList facts={facts} />
    </Section>
  )
}
