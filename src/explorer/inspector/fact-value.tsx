import type { FactValue } from '#core/activity/details/fact.ts'
import { numberText } from '#core/activity/format.ts'
import { durationText } from '#core/activity/wording.ts'
import { keyed } from '#lib/keyed.ts'
import { OutsideLink } from './outside-link.tsx'
import { Moment } from './moment.tsx'
import { PersonText } from './person-text.tsx'
import { Reference } from './reference.tsx'
import { useWording, type Wording } from './use-wording.ts'

/** A fact's value, drawn by its kind. `noun` names it for those who listen. */
export function Value({ value, noun }: { value: FactValue; noun: string }) {
  const wording = useWording()
  switch (value.kind) {
    case 'text':
      return <span className="break-words whitespace-pre-wrap">{value.text}</span>
    case 'instant':
      return <Moment at={value.at} />
    case 'reference':
      return <Reference {...value} noun={noun} />
    case 'link':
      return <OutsideLink href={value.href}>{value.text}</OutsideLink>
    case 'person':
      return <PersonText person={value.person} />
    case 'list':
      return (
        <ul className="flex flex-col gap-0.5">
          {keyed(value.items).map(({ key, item }) => (
            <li key={key}>
              <Value value={item} noun={noun} />
            </li>
          ))}
        </ul>
      )
    default:
      return <span className="tabular-nums">{plain(value, wording)}</span>
  }
}

type Plain = Extract<FactValue, { kind: 'day' | 'seconds' | 'number' | 'money' }>

function plain(value: Plain, { locale }: Wording): string {
  switch (value.kind) {
    case 'day':
      return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
        new Date(`${value.day}T00:00:00Z`),
      )
    case 'seconds':
      return durationText(value.seconds, locale)
    case 'number':
      return numberText(value.number, locale)
    case 'money':
      return new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: value.currency,
        currencyDisplay: 'name',
      }).format(value.amount)
  }
}
