import type { Random } from '#sandbox/random.ts'
import { LEAD_STATUS, OPPORTUNITY_STATUS } from '#sandbox/store/kinds.ts'
import type { Micros } from '#sandbox/time.ts'
import type { Scene } from './scene.ts'

/** A status change's `extra`: the old and the new status, and for opportunities which of the lead's it is. */
export function packChange(from: number, to: number, opportunity = 0): number {
  return from | (to << 4) | (opportunity << 8)
}

export function unpackChange(extra: number): { from: number; to: number; opportunity: number } {
  return { from: extra & 15, to: (extra >> 4) & 15, opportunity: extra >> 8 }
}

/** The lead's way from its first status to its present one. Writes at most `room` rows. */
export function writeLeadStatuses(scene: Scene, room: number): number {
  const path = leadPath(scene.random, scene.lead.status).slice(0, room)
  const moments = times(scene, path.length)
  let from = 0
  path.forEach((to, step) => {
    write(scene, LEAD_STATUS, moments[step] ?? scene.from, packChange(from, to))
    from = to
  })
  return path.length
}

function leadPath(random: Random, last: number): number[] {
  const straight = [[], [1], [1, 2], [1, 2, 3], [1, 2, 4], [1, 5], [1, 2, 3, 6]][last] ?? []
  // Some come back from a pause.
  return last === 3 && random.chance(0.2) ? [1, 4, 1, 2, 3] : straight
}

/** Opportunities of the lead, each moving along its pipeline. Writes at most `room` rows. */
export function writeOpportunities(scene: Scene, room: number): number {
  const count = scene.random.between(0, 2) + (scene.lead.status === 3 ? 1 : 0)
  let written = 0
  for (let opportunity = 0; opportunity < count && written < room; opportunity++) {
    const path = opportunityPath(scene.random, opportunity > 0 && scene.lead.status === 3).slice(0, room - written + 1)
    const moments = times(scene, path.length - 1)
    for (let step = 1; step < path.length; step++) {
      write(
        scene,
        OPPORTUNITY_STATUS,
        moments[step - 1] ?? scene.from,
        packChange(path[step - 1] ?? 0, path[step] ?? 0, opportunity),
      )
      written++
    }
  }
  return written
}

function opportunityPath(random: Random, renewal: boolean): number[] {
  const won = random.chance(0.45)
  if (renewal) return [6, 7, won || random.chance(0.6) ? 8 : 9]
  const far = random.between(1, 4)
  if (won && far >= 3) return [0, 1, 2, 3, 4]
  return [...[0, 1, 2, 3].slice(0, far), ...(random.chance(0.7) ? [5] : [])]
}

function write(scene: Scene, kind: number, at: Micros, extra: number): void {
  scene.writer.add(kind, at, { lead: scene.number, user: scene.writer.userAt(scene.random, scene.lead, at), extra })
}

function times({ writer, random, lead, from, to }: Scene, count: number): Micros[] {
  const zone = writer.zoneOf(lead.owner)
  return Array.from({ length: count }, () => writer.calendar.pick(random, from, to, zone)).toSorted((a, b) => a - b)
}
