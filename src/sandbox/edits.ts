import type { ActivityTypeName } from '#core/close/activity-types.ts'
import { CONTACT_STRIDE, LARGE_LEAD } from '#sandbox/dataset/leads.ts'
import { packChange } from '#sandbox/dataset/progress.ts'
import { CUSTOM, EMAIL, kindOf, LEAD_STATUS, OPPORTUNITY_STATUS, TASK, THREAD } from '#sandbox/store/kinds.ts'
import { messagesOf } from '#sandbox/render/thread.ts'
import { type Micros, parseFilterMoment } from './time.ts'
import type { World } from './world.ts'

/** An activity to add. What is not said is a note of today on the large lead. */
export interface NewActivity {
  readonly type?: ActivityTypeName
  readonly leadId?: string | null
  readonly contactId?: string | null
  readonly userId?: string | null
  /** A moment as in filters, to the microsecond. */
  readonly dateCreated?: string
  /** Null: none. Absent: the same as `dateCreated`. */
  readonly activityAt?: string | null
  readonly customActivityTypeId?: string
}

/** Adds an activity and returns its row. Throws `RangeError` for a date or an id that is none. */
export function insertActivity(world: World, spec: NewActivity, now: Micros): number {
  const kind = kindOf(spec.type ?? 'Note')
  const created = spec.dateCreated === undefined ? now : momentOf(spec.dateCreated)
  const activityAt =
    spec.activityAt === undefined ? created : spec.activityAt === null ? NaN : momentOf(spec.activityAt)
  const lead = spec.leadId === undefined ? LARGE_LEAD : numberOf(world, 'lead', spec.leadId)
  const contact =
    spec.contactId === undefined
      ? lead < 0 || kind === TASK
        ? -1
        : lead * CONTACT_STRIDE
      : numberOf(world, 'cont', spec.contactId)
  const user = spec.userId === undefined ? (world.leads[lead]?.owner ?? 0) : numberOf(world, 'user', spec.userId)
  const customType =
    spec.customActivityTypeId === undefined ? 0 : numberOf(world, 'actitype', spec.customActivityTypeId)
  return world.store.insert({
    kind,
    created,
    activityAt,
    lead,
    contact,
    user,
    variant: 0,
    extra: extraOf(kind, customType),
  })
}

/** Adds another activity like the given one at another moment, so that whatever filter finds the one finds the other. */
export function insertLike(world: World, row: number, created: Micros, activityAt: Micros): number {
  const c = world.store.columns
  const kind = c.kind[row] ?? 0
  return world.store.insert({
    kind,
    created,
    activityAt,
    lead: c.lead[row] ?? -1,
    contact: c.contact[row] ?? -1,
    user: c.user[row] ?? -1,
    variant: c.variant[row] ?? 0,
    extra: kind === EMAIL || kind === THREAD ? extraOf(kind, 0) : (c.extra[row] ?? 0),
  })
}

/** Deletes an activity; a thread takes its messages with it. Returns the rows that went. */
export function removeActivity(world: World, row: number): readonly number[] {
  if (!world.store.isAlive(row)) return []
  const rows = [row, ...messagesOf(world, row)]
  for (const gone of rows) world.store.remove(gone)
  return rows
}

function extraOf(kind: number, customType: number): number {
  if (kind === EMAIL) return -1
  if (kind === CUSTOM) return customType
  return kind === LEAD_STATUS || kind === OPPORTUNITY_STATUS ? packChange(0, 1) : 0
}

export function momentOf(text: string): Micros {
  const moment = parseFilterMoment(text, 0)
  if (moment === null) throw new RangeError(`Not a date or a moment: "${text}"`)
  return moment.floor
}

function numberOf(world: World, prefix: 'lead' | 'cont' | 'user' | 'actitype', id: string | null): number {
  if (id === null) return -1
  const number = world.ids.decode(prefix, id)
  if (number === null) throw new RangeError(`Not an id of this sandbox: "${id}"`)
  return number
}
