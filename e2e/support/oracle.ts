/** What the sandbox answers to another client that pages by `_skip`: the truth that stories compare the page with. */
import type { SandboxControl } from './sandbox-control.ts'

/** Of an activity as it was sent, what stories look at. */
export interface Answered {
  readonly id: string
  readonly _type: string
  readonly date_created: string
  readonly activity_at: string | null
  readonly lead_id: string | null
  readonly user_id: string | null
  readonly user_name: string | null
  readonly custom_activity_type_id?: string
  readonly thread_id?: string | null
}

interface AnsweredPage {
  readonly data: readonly Answered[]
  readonly has_more: boolean
}

const pageSize = 100

/** Everything a list answers, in its order. Only for a sandbox that stands still: `SANDBOX_LIVE_EVERY: '0'`. */
export async function answerOf(
  sandbox: SandboxControl,
  path: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<readonly Answered[]> {
  const activities: Answered[] = []
  for (let more = true; more;) {
    const search = new URLSearchParams({ ...parameters, _limit: String(pageSize), _skip: String(activities.length) })
    const page = (await sandbox.get(`${path}?${search.toString()}`)) as AnsweredPage
    activities.push(...page.data)
    more = page.has_more
  }
  return activities
}

export function idsOf(activities: readonly Answered[]): readonly string[] {
  return activities.map(({ id }) => id)
}

/** A lead with everything on it, newest first. */
export interface LeadHistory {
  readonly id: string
  readonly activities: readonly Answered[]
}

/** Every lead that has activities, those with most of them first. */
export async function leadHistories(sandbox: SandboxControl): Promise<readonly LeadHistory[]> {
  const byLead = new Map<string, Answered[]>()
  for (const activity of await answerOf(sandbox, '/activity/')) {
    if (activity.lead_id === null) continue
    const activities = byLead.get(activity.lead_id)
    if (activities) activities.push(activity)
    else byLead.set(activity.lead_id, [activity])
  }
  return [...byLead]
    .map(([id, activities]) => ({ id, activities }))
    .toSorted((a, b) => b.activities.length - a.activities.length)
}

export async function leadName(sandbox: SandboxControl, id: string): Promise<string> {
  const { display_name: name } = (await sandbox.get(`/lead/${id}/`)) as { display_name: string }
  return name
}

/** The first that fits; the story ends when there is none, because then it would show nothing. */
export function found<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Error(`The sandbox has no ${what}.`)
  return value
}

/** `YYYY-MM-DD` of an instant in a zone. */
export function dayIn(timeZone: string, instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(instant))
}
