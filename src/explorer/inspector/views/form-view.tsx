import { useMemo } from 'react'
import { answersOf, formFacts } from '#core/activity/details/form.ts'
import { FactList } from '#explorer/inspector/fact-list.tsx'
import { Value } from '#explorer/inspector/fact-value.tsx'
import { Section } from '#explorer/inspector/section.tsx'
import { keyed } from '#lib/keyed.ts'
import type { ViewProps } from './view.ts'

/** Questions above their answers: both can be long. */
export function FormView({ wire }: ViewProps) {
  const facts = useMemo(() => formFacts(wire), [wire])
  return (
    <>
      <Section title="Answers">
        <dl className="flex flex-col gap-2.5">
          {keyed(answersOf(wire)).map(({ key, item: { label, value } }) => (
            <div key={key} className="border-s-2 border-line ps-3">
              <dt className="text-xs leading-5 text-ink-muted">{label}</dt>
              <dd dir="auto" className="leading-5">
                <Value value={value} noun={label} />
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title="Form">
        <FactList facts={facts} />
      </Section>
    </>
  )
}
