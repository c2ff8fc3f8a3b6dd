import type { Random } from '#sandbox/random.ts'
import { type Micros, SECOND } from '#sandbox/time.ts'
import type { Lead } from './leads.ts'
import type { Writer } from './writer.ts'

/** One lead, the stretch of time in which something happens with it, and who could write about it. */
export interface Scene {
  readonly writer: Writer
  readonly random: Random
  readonly lead: Lead
  readonly number: number
  readonly from: Micros
  readonly to: Micros
}

/** A story writes at least one and at most `room` rows, and says how many. */
export type Story = (scene: Scene, room: number) => number

/** Something that happens: when, who does it, with whom. */
export interface Moment {
  readonly at: Micros
  readonly user: number
  readonly contact: number
  readonly zone: number
}

/** A moment of the scene. */
export function moment({ writer, random, lead, number, from, to }: Scene): Moment {
  const at = writer.calendar.pick(random, from, to, writer.zoneOf(lead.owner))
  const user = writer.userAt(random, lead, at)
  return { at, user, contact: writer.contactOf(random, lead, number), zone: writer.zoneOf(user) }
}

export function wholeSecond(at: Micros): Micros {
  return Math.floor(at / SECOND) * SECOND
}
