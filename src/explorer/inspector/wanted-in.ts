import type { Fact, FactValue } from '#core/activity/details/fact.ts'
import type { Wanted } from '#explorer/names/name-store.ts'

/** The ids in these facts for which a name is to be found. */
export function wantedIn(facts: readonly Fact[]): Wanted {
  const wanted: { -readonly [K in keyof Wanted]?: string[] } = {}
  const take = (value: FactValue) => {
    if (value.kind === 'list') value.items.forEach(take)
    if (value.kind !== 'reference' || value.to === 'activity' || value.to === 'other') return
    // Whether somebody has left is told by the users' list alone.
    if (value.name !== null && value.to !== 'user') return
    ;(wanted[value.to] ??= []).push(value.id)
  }
  for (const { value } of facts) take(value)
  return wanted
}
