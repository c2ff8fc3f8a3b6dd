import type { Random } from '#sandbox/random.ts'
import type { ActivityFacts, Columns } from '#sandbox/store/columns.ts'
import type { Micros } from '#sandbox/time.ts'
import { DAY } from '#sandbox/time.ts'
import type { Calendar } from './calendar.ts'
import { CONTACT_STRIDE, type Lead } from './leads.ts'
import { activeUsers, owners, users } from './organization.ts'

const activeOwners = owners.filter((u) => u < activeUsers)

/** Writes rows and knows how many there is still room for. */
export class Writer {
  readonly columns: Columns
  readonly calendar: Calendar
  readonly start: Micros
  readonly end: Micros

  constructor(columns: Columns, calendar: Calendar, start: Micros, end: Micros) {
    this.columns = columns
    this.calendar = calendar
    this.start = start
    this.end = end
  }

  /** Adds a row; what is not said is absent. Returns the row's number. */
  add(kind: number, created: Micros, facts: Partial<ActivityFacts> = {}): number {
    return this.columns.add({
      kind,
      created,
      activityAt: created,
      lead: -1,
      contact: -1,
      user: -1,
      variant: 0,
      extra: 0,
      ...facts,
    })
  }

  /** Who works with the lead at that moment: mostly its owner, sometimes a colleague, never someone who has left. */
  userAt(random: Random, lead: Lead, moment: Micros): number {
    const colleague = random.chance(0.14)
    const user = colleague ? (owners[random.below(owners.length)] ?? 1) : lead.owner
    if (moment < this.leavingOf(user)) return user
    return activeOwners[(user * 7 + lead.owner) % activeOwners.length] ?? 1
  }

  /** When a user left, or will never have. */
  leavingOf(user: number): Micros {
    const left = users[user]?.left ?? null
    return left === null ? Infinity : this.end - left * DAY
  }

  /** One of the lead's contacts, mostly the first; -1 for none. */
  contactOf(random: Random, lead: Lead, number: number): number {
    return number * CONTACT_STRIDE + Math.floor(lead.contacts * random.unit() ** 1.5)
  }

  zoneOf(user: number): number {
    return users[user]?.zone ?? 0
  }
}
