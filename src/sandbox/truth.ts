import { customTypes } from '#sandbox/dataset/settings.ts'
import { CUSTOM, EMAIL, kinds } from '#sandbox/store/kinds.ts'
import { rowOf } from '#sandbox/query/list-query.ts'
import { insertActivity, momentOf, type NewActivity, removeActivity } from './edits.ts'
import { formatMoment, type Micros } from './time.ts'
import type { World } from './world.ts'

/** What is stored about one activity, apart from its texts. */
export interface Fact {
  readonly id: string
  readonly type: string
  readonly dateCreated: string
  readonly activityAt: string | null
  /** The same two as microseconds since 1970. */
  readonly created: Micros
  readonly activity: Micros | null
  readonly leadId: string | null
  readonly contactId: string | null
  readonly userId: string | null
  readonly customActivityTypeId: string | null
  /** The thread of an email. */
  readonly threadId: string | null
}

/** One change of what is stored. Facts are as they were (`before`) and as they are then (`after`). */
export interface Change {
  /** Requests answered or begun before the change. */
  readonly request: number
  /** Milliseconds since 1970, on the sandbox's clock. */
  readonly at: number
  readonly change: 'insert' | 'remove' | 'move'
  readonly id: string
  readonly before: Fact | null
  readonly after: Fact | null
}

/** The raw facts, for tests that judge a client. */
export interface Truth {
  /** Everything there is now, newest first in the order of the lists: by `date_created`, ties in a fixed order. */
  all(): readonly Fact[]
  /** One activity, or null. */
  find(id: string): Fact | null
  /** Adds activities and returns their ids. */
  insert(...activities: readonly NewActivity[]): readonly string[]
  /** Deletes activities; a thread takes its messages with it. */
  remove(...ids: readonly string[]): void
  /** Gives an activity other dates. */
  move(id: string, dates: { readonly dateCreated?: string; readonly activityAt?: string | null }): void
  /** Everything that has changed since the beginning, by tests, by faults and by time, oldest first. */
  readonly history: readonly Change[]
}

/** A truth that also takes note of changes made elsewhere. */
export interface TruthKeeper extends Truth {
  noteInserted(rows: readonly number[]): void
  removeRows(rows: readonly number[]): void
}

interface Watch {
  requests(): number
  now(): number
  /** Brings the activities up to the clock. */
  advance(): void
}

export function createTruth(world: World, watch: Watch): TruthKeeper {
  const history: Change[] = []
  const { store, ids } = world
  const note = (change: Change['change'], id: string, before: Fact | null, after: Fact | null): void => {
    history.push({ request: watch.requests(), at: watch.now(), change, id, before, after })
  }
  const noteInserted = (rows: readonly number[]): void => {
    for (const row of rows) note('insert', ids.encode('acti', row), null, factOf(world, row))
  }
  const removeRows = (rows: readonly number[]): void => {
    for (const row of rows) {
      // A deleted row stays in the columns, so its facts can still be told.
      for (const gone of removeActivity(world, row)) note('remove', ids.encode('acti', gone), factOf(world, gone), null)
    }
  }
  return {
    history,
    noteInserted,
    removeRows,
    all() {
      watch.advance()
      const order = store.mixed.both
      return Array.from({ length: order.length }, (_, i) => factOf(world, order.at(order.length - 1 - i)))
    },
    find(id) {
      watch.advance()
      const row = rowOf(world, id)
      return row === null ? null : factOf(world, row)
    },
    insert(...activities) {
      watch.advance()
      const rows = activities.map((activity) => insertActivity(world, activity, watch.now() * 1000))
      noteInserted(rows)
      return rows.map((row) => ids.encode('acti', row))
    },
    remove: (...gone) => removeRows(gone.map((id) => rowOf(world, id)).filter((row) => row !== null)),
    move(id, dates) {
      const row = rowOf(world, id)
      if (row === null) return
      const before = factOf(world, row)
      const created = dates.dateCreated === undefined ? before.created : momentOf(dates.dateCreated)
      const activity =
        dates.activityAt === undefined
          ? (before.activity ?? NaN)
          : dates.activityAt === null
            ? NaN
            : momentOf(dates.activityAt)
      store.move(row, created, activity)
      note('move', id, before, factOf(world, row))
    },
  }
}

function factOf(world: World, row: number): Fact {
  const { ids, store } = world
  const c = store.columns
  const kind = c.kind[row] ?? 0
  const created = c.created[row] ?? 0
  const activityAt = c.activityAt[row] ?? NaN
  const extra = c.extra[row] ?? 0
  const link = (prefix: 'lead' | 'cont' | 'user', number: number | undefined): string | null =>
    number === undefined || number < 0 ? null : ids.encode(prefix, number)
  return {
    id: ids.encode('acti', row),
    type: kinds[kind] ?? '',
    dateCreated: formatMoment(created),
    activityAt: Number.isNaN(activityAt) ? null : formatMoment(activityAt),
    created,
    activity: Number.isNaN(activityAt) ? null : activityAt,
    leadId: link('lead', c.lead[row]),
    contactId: link('cont', c.contact[row]),
    userId: link('user', c.user[row]),
    customActivityTypeId: kind === CUSTOM && extra < customTypes.length ? ids.encode('actitype', extra) : null,
    threadId: kind === EMAIL && extra >= 0 ? ids.encode('acti', extra) : null,
  }
}
