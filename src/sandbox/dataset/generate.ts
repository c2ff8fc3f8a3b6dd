import { mix, randomOf } from '#sandbox/random.ts'
import { Columns } from '#sandbox/store/columns.ts'
import { DAY, type Micros } from '#sandbox/time.ts'
import { Calendar } from './calendar.ts'
import { LARGE_LEAD, type Lead } from './leads.ts'
import { writeLeadStatuses, writeOpportunities } from './progress.ts'
import { writeSpecials } from './specials.ts'
import type { Scene } from './scene.ts'
import { writeDailyWork } from './stories.ts'
import { writeThread } from './threads.ts'
import { writeMails, type WrittenRows } from './write-mails.ts'
import { Writer } from './writer.ts'

/** The length of the data. */
export const WINDOW = 730 * DAY

const LONGEST_THREAD = 60

export interface Generated {
  readonly columns: Columns
  readonly calendar: Calendar
  /** The row of the longest conversation, which belongs to the large lead. */
  readonly longThread: number
  readonly written: WrittenRows
}

/**
 * Exactly `size` activities in the 24 months before `end` (a few meetings lie behind it), lead after lead. A size between 1 and 100 gives
 * about 85, because the notable ones are always there.
 */
export function generate(
  seed: number,
  size: number,
  leads: readonly Lead[],
  end: Micros,
  forMails: readonly Lead[] = [],
): Generated {
  const columns = new Columns(size + 4096)
  const calendar = new Calendar(end - WINDOW, end + 40 * DAY)
  const writer = new Writer(columns, calendar, end - WINDOW, end)
  if (size === 0) return { columns, calendar, longThread: 0, written: writeMails(writer, [], 0) }
  writeSpecials({ writer, seed, leads, size })
  const written = writeMails(writer, forMails, leads.length)
  const rooms = shareOut(seed, Math.max(0, size - columns.length), leads, size, end)
  const longThread = columns.length
  rooms.forEach((room, number) => {
    const lead = leads[number]
    if (lead !== undefined && room > 0) writeLead(sceneOf(writer, seed, lead, number), room)
  })
  return { columns, calendar, longThread, written }
}

function sceneOf(writer: Writer, seed: number, lead: Lead, number: number): Scene {
  const random = randomOf(seed, 41, number)
  const from = Math.max(writer.start, lead.created)
  // A lead is worked on for weeks or for years.
  const span = number === LARGE_LEAD ? WINDOW : Math.max(20 * DAY, (writer.end - from) * (0.5 + 1.2 * random.unit()))
  return { writer, random, lead, number, from, to: Math.min(writer.end, Math.floor(from + span)) }
}

function writeLead(scene: Scene, room: number): void {
  let left = room
  if (scene.number === LARGE_LEAD && left > 3)
    left -= writeThread({ ...scene, to: scene.writer.end }, Math.min(LONGEST_THREAD, left - 1))
  left -= writeLeadStatuses(scene, Math.floor(left / 4))
  left -= writeOpportunities(scene, Math.floor(left / 5))
  writeDailyWork(scene, left)
}

/** Few leads have much and many have little, as Zipf saw it; the large lead has a fiftieth of everything. */
function shareOut(seed: number, room: number, leads: readonly Lead[], size: number, end: Micros): number[] {
  // In a small organization it is larger, or it would not be the largest.
  const large = Math.min(
    room,
    Math.max(Math.round(size / 50), Math.min(Math.round(size / 5), 150 + Math.round((size / leads.length) * 5))),
  )
  const weights = leads.map((lead, number) => {
    if (number === LARGE_LEAD) return 0
    const age = Math.min(1, (end - lead.created) / WINDOW)
    return (0.1 + age) / ((mix(seed, number) % leads.length) + leads.length / 40 + 8)
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let carried = 0
  let left = room - large
  const rooms = weights.map((weight, number) => {
    if (number === LARGE_LEAD) return large
    const wanted = (weight / total) * (room - large) + carried
    const given = Math.min(left, Math.round(wanted))
    carried = wanted - given
    left -= given
    return given
  })
  rooms[LARGE_LEAD] = (rooms[LARGE_LEAD] ?? 0) + left
  return rooms
}
