/** Why controls are greyed, gathered so that one text can speak for several of them. */
import type { ActivityQuery } from '#core/query/activity-query.ts'
import type { Fix } from '#core/query/plan-types.ts'
import { availability, type Control } from '#core/query/rules.ts'

export interface Greying {
  readonly controls: readonly Control[]
  readonly reason: string
}

export interface Greyings {
  /** One for each different reason. */
  readonly reasons: readonly Greying[]
  /** Each way out once. */
  readonly fixes: readonly Fix[]
}

export function greyingsOf(query: ActivityQuery, controls: readonly Control[]): Greyings {
  const reasons: Greying[] = []
  const fixes = new Map<string, Fix>()
  for (const control of controls) {
    const answer = availability(query, control)
    if (answer.available) continue
    const same = reasons.findIndex(({ reason }) => reason === answer.reason)
    const before = reasons[same]
    if (before) reasons[same] = { ...before, controls: [...before.controls, control] }
    else reasons.push({ controls: [control], reason: answer.reason })
    for (const fix of answer.fixes) if (!fixes.has(fix.label)) fixes.set(fix.label, fix)
  }
  return { reasons, fixes: [...fixes.values()] }
}
