import { useMemo } from 'react'
import { changeOf, leadStatusFacts } from '#core/activity/details/change.ts'
import { FactList } from '#explorer/inspector/fact-list.tsx'
import { Section } from '#explorer/inspector/section.tsx'
import { StatusChange } from '#explorer/inspector/status-change.tsx'
import type { ViewProps } from './view.ts'

export function LeadStatusView({ wire }: ViewProps) {
  const facts = useMemo(() => leadStatusFacts(wire), [wire])
  return (
    <Section title="Lead status">
      <StatusChange {...changeOf(wire)} />
      <FactList facts={facts} />
    </Section>
  )
}
