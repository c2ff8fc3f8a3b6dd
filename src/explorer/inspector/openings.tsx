import { openingsOf } from '#core/activity/details/email.ts'
import type { WireActivity } from '#core/close/wire.ts'
import { keyed } from '#lib/keyed.ts'
import { Moment } from './moment.tsx'
import { Section } from './section.tsx'

/** Each time the email was opened. */
export function Openings({ wire }: { wire: WireActivity }) {
  const openings = openingsOf(wire)
  if (openings.length === 0) return null
  return (
    <Section title={openings.length === 1 ? 'Opened once' : `Opened ${openings.length} times`}>
      <ul className="flex flex-col gap-1">
        {keyed(openings).map(({ key, item: { at, by } }) => (
          <li key={key} className="flex flex-wrap justify-between gap-x-3">
            <bdi className="min-w-0 break-all">{by ?? 'Somebody'}</bdi>
            {at !== null && <Moment at={at} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}
