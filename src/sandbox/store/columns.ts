import type { Micros } from '#sandbox/time.ts'

/** The facts of one activity, from which its whole object follows. Null times and links are spelled NaN and -1 in the columns. */
export interface ActivityFacts {
  /** Index into `kinds`. */
  readonly kind: number
  readonly created: Micros
  readonly activityAt: Micros
  readonly lead: number
  /** Contact number: the lead's number × `CONTACT_STRIDE` + the contact's place. */
  readonly contact: number
  readonly user: number
  /** Bits and small numbers that only the kind understands: direction, outcome, oddities. */
  readonly variant: number
  /** One number that only the kind understands: an email's thread row, a thread's size, packed statuses. */
  readonly extra: number
}

/** Activities in typed arrays. A row is a place in all of them; rows are never moved or reused. */
export class Columns {
  length = 0
  kind: Uint8Array
  variant: Uint8Array
  alive: Uint8Array
  user: Int16Array
  lead: Int32Array
  contact: Int32Array
  extra: Int32Array
  created: Float64Array
  activityAt: Float64Array

  constructor(capacity: number) {
    this.kind = new Uint8Array(capacity)
    this.variant = new Uint8Array(capacity)
    this.alive = new Uint8Array(capacity)
    this.user = new Int16Array(capacity)
    this.lead = new Int32Array(capacity)
    this.contact = new Int32Array(capacity)
    this.extra = new Int32Array(capacity)
    this.created = new Float64Array(capacity)
    this.activityAt = new Float64Array(capacity)
  }

  add(facts: ActivityFacts): number {
    if (this.length === this.kind.length) this.#grow()
    const row = this.length++
    this.kind[row] = facts.kind
    this.variant[row] = facts.variant
    this.alive[row] = 1
    this.user[row] = facts.user
    this.lead[row] = facts.lead
    this.contact[row] = facts.contact
    this.extra[row] = facts.extra
    this.created[row] = facts.created
    this.activityAt[row] = facts.activityAt
    return row
  }

  #grow(): void {
    const bigger = new Columns(Math.max(64, this.kind.length * 2))
    for (const key of [
      'kind',
      'variant',
      'alive',
      'user',
      'lead',
      'contact',
      'extra',
      'created',
      'activityAt',
    ] as const) {
      bigger[key].set(this[key])
    }
    const { kind, variant, alive, user, lead, contact, extra, created, activityAt } = bigger
    Object.assign(this, { kind, variant, alive, user, lead, contact, extra, created, activityAt })
  }
}
