import type { WireActivity } from '#core/close/wire.ts'
import { type Fact, fact, facts, list, reference, textValue } from './fact.ts'

/** The lead, the contact and the users of an activity; a lead or a user that is not there is said to be missing. */
export function whoFacts(wire: WireActivity): readonly Fact[] {
  const user = reference('user', wire, 'user_id', 'user_name')
  return facts(
    fact('Lead', reference('lead', wire, 'lead_id') ?? textValue('No lead')),
    fact('Contact', reference('contact', wire, 'contact_id')),
    fact('User', user ?? users(wire) ?? textValue('No user')),
  )
}

/** Threads and meetings name several. */
function users(wire: WireActivity) {
  const ids = Array.isArray(wire['users']) ? wire['users'].filter((id) => typeof id === 'string') : []
  return list(ids.map((id) => ({ kind: 'reference', to: 'user', id, name: null }) as const))
}
