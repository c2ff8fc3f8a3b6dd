/** Why controls are greyed, gathered so that one text can speak for several of them. */
import type { ActivityQuery } from '#core/query/activity-query.ts'
import type { Fix } from '#core/query/plan-types.ts'
import { availability, type Control, type RuleId } from '#core/query/rules.ts'

interface Greying {
  readonly control: Control
  readonly rule: RuleId
  readonly reason: string
}

export interface Greyings {
  readonly reasons: readonly Greying[]
  /** All reasons in one sentence, when they are one and the same. */
  readonly summary: string | null
  /** Each way out once. */
  readonly fixes: readonly Fix[]
}

/** What a greyed control is called within a sentence. */
const nouns: Readonly<Record<Control, string>> = {
  users: 'users',
  contacts: 'contacts',
  types: 'activity types',
  customActivityTypes: 'custom activity types',
  activityTime: 'activity time',
  emailThreads: 'email threads',
  dateCreatedBounds: 'date created',
  activityAtBounds: 'activity time',
}

/** Rules that want nothing but a single lead. */
const oneLeadRules: ReadonlySet<RuleId> = new Set<RuleId>([
  'users-need-one-lead',
  'contacts-need-one-lead',
  'contacts-on-a-list-need-one-lead',
  'types-need-one-lead',
  'custom-types-need-one-lead',
  'activity-time-needs-one-lead',
])

export function greyingsOf(query: ActivityQuery, controls: readonly Control[]): Greyings {
  const reasons: Greying[] = []
  const fixes = new Map<string, Fix>()
  for (const control of controls) {
    const answer = availability(query, control)
    if (answer.available) continue
    reasons.push({ control, rule: answer.rule, reason: answer.reason })
    for (const fix of answer.fixes) if (!fixes.has(fix.label)) fixes.set(fix.label, fix)
  }
  return { reasons, summary: summaryOf(reasons), fixes: [...fixes.values()] }
}

export function needsOneLead(query: ActivityQuery, control: Control): boolean {
  const answer = availability(query, control)
  return !answer.available && oneLeadRules.has(answer.rule)
}

/** "Users, contacts, activity types" and so on, as the beginning of a sentence; empty for none. */
export function listOfControls(controls: readonly Control[]): string {
  const list = new Intl.ListFormat('en-GB').format(controls.map((control) => nouns[control]))
  return list.charAt(0).toUpperCase() + list.slice(1)
}

function summaryOf(reasons: readonly Greying[]): string | null {
  if (reasons.length < 2 || !reasons.every(({ rule }) => oneLeadRules.has(rule))) return null
  return `${listOfControls(reasons.map(({ control }) => control))} work only within one lead.`
}
