import { insertActivity, insertLike } from '#sandbox/edits.ts'
import { rowOf } from '#sandbox/query/list-query.ts'
import { DAY, formatMoment, type Micros } from '#sandbox/time.ts'
import type { TruthKeeper } from '#sandbox/truth.ts'
import type { World } from '#sandbox/world.ts'
import { type Fault, numberIn } from './catalogue.ts'

/** Changes that happen right after an answer, to rows like those it held. */
export function changeData(fault: Fault, ids: readonly string[], world: World, truth: TruthKeeper, now: Micros): void {
  const rows = ids.map((id) => rowOf(world, id)).filter((row) => row !== null)
  const first = rows[0]
  const count = numberIn(fault, 'count', 1)
  if (first === undefined) return
  if (fault.name === 'insert') insertMany(world, truth, first, count, (i) => now + i)
  if (fault.name === 'insert-backdated') {
    const middle = middleOf(world, rows)
    insertMany(world, truth, first, count, (i) => middle + i)
  }
  if (fault.name === 'delete') truth.removeRows(rows.slice(0, count))
  if (fault.name === 'touch') {
    const oldest = formatMoment((world.store.columns.created[rows.at(-1) ?? first] ?? 0) - DAY)
    for (const row of rows.slice(0, count))
      truth.move(world.ids.encode('acti', row), { dateCreated: oldest, activityAt: oldest })
  }
}

function insertMany(
  world: World,
  truth: TruthKeeper,
  like: number,
  count: number,
  momentOf: (i: number) => Micros,
): void {
  const rows = Array.from({ length: count }, (_, i) => insertLike(world, like, momentOf(i), momentOf(i)))
  truth.noteInserted(rows)
}

function middleOf(world: World, rows: readonly number[]): Micros {
  const { created } = world.store.columns
  const newest = created[rows[0] ?? 0] ?? 0
  const oldest = created[rows.at(-1) ?? 0] ?? 0
  return Math.floor((newest + oldest) / 2)
}

/** Many notes of one timestamp on one lead: more than a page holds. Returns their ids. */
export function insertTies(fault: Fault, world: World, truth: TruthKeeper, now: Micros): readonly string[] {
  const leadId = fault.particulars['lead_id']
  const dateCreated = fault.particulars['date_created'] ?? formatMoment(now - 3 * DAY)
  const spec = { ...(leadId === undefined ? {} : { leadId }), dateCreated }
  const rows = Array.from({ length: numberIn(fault, 'count', 600) }, () => insertActivity(world, spec, now))
  truth.noteInserted(rows)
  return rows.map((row) => world.ids.encode('acti', row))
}
