import { randomOf } from '#sandbox/random.ts'
import type { Random } from '#sandbox/random.ts'
import { CALL, CUSTOM, EMAIL, NOTE, OPPORTUNITY_STATUS, SMS, TASK, THREAD, WHATSAPP } from '#sandbox/store/kinds.ts'
import { DAY, HOUR, type Micros, SECOND } from '#sandbox/time.ts'
import type { World } from '#sandbox/world.ts'
import { dayWeight } from './calendar.ts'
import { WINDOW } from './generate.ts'
import { CONTACT_STRIDE, LARGE_LEAD } from './leads.ts'
import { activeUsers } from './organization.ts'
import { packChange } from './progress.ts'
import { INCOMING, MISSED } from './variants.ts'

/** Writes what happens after the 24 months: today until now at its natural pace, then news every few seconds. */
export interface Tail {
  /** Adds what has happened up to that moment and says which rows these are. */
  advance(to: Micros): readonly number[]
}

/** @param liveEvery seconds between news on average; 0 for none */
export function createTail(world: World, liveEvery: number): Tail {
  const random = randomOf(world.seed, 71, 0)
  const natural = naturalPace(world)
  let next = world.end + gap(random, natural(world.end))
  return {
    advance(to) {
      const rows: number[] = []
      while (next <= to) {
        if (next > world.start && liveEvery <= 0) break
        rows.push(...happen(world, random, next))
        next += gap(random, next < world.start ? natural(next) : liveEvery * SECOND)
      }
      return rows
    },
  }
}

/** The mean time between two activities at a moment of an ordinary day. */
function naturalPace(world: World): (at: Micros) => Micros {
  const aDay =
    (world.store.columns.length / (WINDOW / DAY)) * 1.4 * Math.max(0.2, dayWeight(Math.floor(world.end / DAY)))
  return (at) => {
    const hour = Math.floor((at % DAY) / HOUR)
    const share = hour < 6 || hour > 22 ? 0.01 : hour < 8 ? 0.03 : 0.07
    return HOUR / Math.max(0.05, aDay * share)
  }
}

/** Never less than a moment, never more than two hours, so that a quiet night ends. */
function gap(random: Random, mean: Micros): Micros {
  return Math.round(Math.min(2 * HOUR, Math.max(SECOND / 10, -Math.log(1 - random.unit()) * mean)))
}

const kindsOfNews: readonly (readonly [number, number])[] = [
  [CALL, 46],
  [EMAIL, 24],
  [NOTE, 9],
  [SMS, 9],
  [WHATSAPP, 3],
  [TASK, 5],
  [CUSTOM, 2],
  [OPPORTUNITY_STATUS, 2],
]

function happen(world: World, random: Random, at: Micros): number[] {
  const number = random.chance(0.06) ? LARGE_LEAD : Math.floor(world.leads.length * random.unit() ** 2)
  const kind = pickKind(random)
  const incoming = random.chance(kind === CALL ? 0.16 : 0.45)
  const missed = kind === CALL && incoming && random.chance(0.15)
  const owner = world.leads[number]?.owner ?? 0
  const user = owner < activeUsers ? owner : (owner * 7) % activeUsers
  const facts = {
    kind,
    created: at,
    activityAt: kind === EMAIL ? Math.floor(at / SECOND) * SECOND : at,
    lead: missed ? -1 : number,
    contact: missed || kind === TASK || kind === OPPORTUNITY_STATUS ? -1 : number * CONTACT_STRIDE,
    user: missed ? -1 : user,
    variant: missed ? INCOMING | MISSED : incoming && [CALL, EMAIL, SMS, WHATSAPP].includes(kind) ? INCOMING : 0,
    extra: kind === OPPORTUNITY_STATUS ? packChange(random.below(3), 3, 3) : 0,
  }
  if (kind !== EMAIL) return [world.store.insert(facts)]
  const thread = world.store.insert({ ...facts, kind: THREAD, variant: 0, extra: 1 })
  return [thread, world.store.insert({ ...facts, extra: thread })]
}

function pickKind(random: Random): number {
  let at = random.below(kindsOfNews.reduce((sum, [, weight]) => sum + weight, 0))
  return kindsOfNews.find(([, weight]) => (at -= weight) < 0)?.[0] ?? CALL
}
