/** A type that this program does not know: its own fields, by their names and by the looks of their values. */
import type { WireActivity } from '#core/close/wire.ts'
import { parseTimestamp } from '#core/query/timestamp.ts'
import { sentenceCase } from '#core/activity/wording.ts'
import {
  type Fact,
  type FactValue,
  fact,
  facts,
  link,
  list,
  type Maybe,
  type Referent,
  textValue,
  wholeText,
} from './fact.ts'

/** What every activity has, shown elsewhere. */
const common = new Set([
  '_type',
  'id',
  'organization_id',
  'lead_id',
  'contact_id',
  'user_id',
  'user_name',
  'users',
  'created_by',
  'created_by_name',
  'updated_by',
  'updated_by_name',
  'date_created',
  'date_updated',
  'activity_at',
])

const referents: readonly (readonly [pattern: RegExp, to: Referent])[] = [
  [/^lead_\w+$/, 'lead'],
  [/^cont_\w+$/, 'contact'],
  [/^user_\w+$/, 'user'],
  [/^outcome_\w+$/, 'outcome'],
  [/^acti_\w+$/, 'activity'],
  [/^[a-z]{3,12}_[A-Za-z0-9]{20,}$/, 'other'],
]

/** Simple values only: what is nested is in the table of all fields. */
export function unknownFacts(wire: WireActivity): readonly Fact[] {
  const own = Object.keys(wire).filter((field) => !common.has(field))
  return facts(...own.map((field) => fact(sentenceCase(field.replace(/_id$/, '')), valueOf(wire[field]))))
}

function valueOf(value: unknown): Maybe<FactValue> {
  if (Array.isArray(value)) return list(value.slice(0, 20).map(valueOf))
  if (typeof value === 'number') return { kind: 'number', number: value }
  if (typeof value !== 'string') return typeof value === 'boolean' ? textValue(wholeText(value)) : null
  const referent = referents.find(([pattern]) => pattern.test(value))
  if (referent) return { kind: 'reference', to: referent[1], id: value, name: null }
  if (parseTimestamp(value) !== null) return { kind: 'instant', at: value }
  return /^https?:\/\//.test(value) ? link(value) : textValue(wholeText(value))
}
