/** A link as something that can be asked, or why not, in words. */
import type { ActivityQuery } from '#core/query/activity-query.ts'
import { parsePaste } from '#core/query/paste.ts'
import { plan, type ReadyPlan } from '#core/query/plan.ts'

export type ReadLink =
  | {
      readonly status: 'ready'
      readonly query: ActivityQuery
      readonly plan: ReadyPlan
      /** Sentences about how it was read. */
      readonly notes: readonly string[]
    }
  /** `lines`: what is wrong, and the ways out. */
  | { readonly status: 'refused'; readonly lines: readonly string[] }

/** Nothing is dropped silently: a part that is not understood refuses the link. */
export function readLink(link: string, moment: { readonly timeZone: string; readonly now: number }): ReadLink {
  const pasted = parsePaste(link)
  if (pasted.status === 'not-understood') return { status: 'refused', lines: [pasted.reason] }
  const { query, secrets } = pasted
  const notes = [...pasted.notes, ...secrets.map(secretNote)]
  if (query.unread.length > 0) {
    const lines = query.unread.map(({ name, value, reason }) => `Not applied: ${name}=${value} — ${reason}`)
    return {
      status: 'refused',
      lines: [...lines, 'Take it out of the link: leaving it unread would widen the result.'],
    }
  }
  const planned = plan(query, moment)
  if (planned.status === 'blocked') {
    const lines = planned.violations.flatMap(({ rule, reason, detail, fixes }) => [
      `${reason} (${detail}; rule ${rule})`,
      ...fixes.map(({ label, note }) => `  - ${label}${note === undefined ? '' : `. ${note}`}`),
    ])
    return { status: 'refused', lines: ['This query cannot run.', ...lines] }
  }
  return { status: 'ready', query, plan: planned, notes }
}

function secretNote(name: string): string {
  return `The link held what looks like a key (${name}). It was not used. Whoever saw the link knows it: replace it in Close.`
}
