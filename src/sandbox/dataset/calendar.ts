import { mix, type Random } from '#sandbox/random.ts'
import { DAY, HOUR, type Micros, MINUTE, SECOND } from '#sandbox/time.ts'

const weekdays = [0.03, 0.95, 1.1, 1.1, 1.05, 0.8, 0.05]

/** How much is done on a day, 1 being a plain working day. Days are counted from 1970-01-01, a Thursday. */
export function dayWeight(day: number): number {
  const date = new Date(day * 86_400_000)
  const month = date.getUTCMonth()
  const dayOfMonth = date.getUTCDate()
  const weekday = weekdays[(((day + 4) % 7) + 7) % 7] ?? 1
  const season = (month === 11 && dayOfMonth > 21) || (month === 0 && dayOfMonth < 3) ? 0.25 : month === 7 ? 0.8 : 1
  const quarterEnd = month % 3 === 2 && dayOfMonth > 20 && season === 1 ? 1.6 : 1
  return weekday * season * quarterEnd
}

/** When things happen: on working days, more at quarter ends, in the office hours of whoever does them. */
export class Calendar {
  readonly first: number
  readonly #weights: Float32Array

  constructor(from: Micros, to: Micros) {
    this.first = Math.floor(from / DAY)
    const days = Math.ceil(to / DAY) - this.first + 1
    this.#weights = Float32Array.from({ length: days }, (_, i) => dayWeight(this.first + i))
  }

  /** A moment between the two, on a day that was likely to be busy. */
  pick(random: Random, from: Micros, to: Micros, zone: number): Micros {
    let day = Math.floor(from / DAY)
    for (let attempt = 0; attempt < 5; attempt++) {
      day = Math.floor((from + (to - from) * random.unit() ** 1.05) / DAY)
      if (random.unit() * 1.7 < this.#weight(day)) break
    }
    return within(this.officeMoment(random, day, zone), from, to)
  }

  /** A moment of a day's office hours: two humps with lunch between, now and then an evening. */
  officeMoment(random: Random, day: number, zone: number): Micros {
    const hour = random.chance(0.04)
      ? 18 + random.unit() * 3.5
      : random.chance(0.52)
        ? 8.6 + random.unit() * 3.6
        : 13 + random.unit() * 4.8
    return day * DAY + Math.floor((hour - zone) * HOUR) + random.below(1_000_000)
  }

  /** A call of one user's calling blocks that day: an hour and a half in the morning, one in the afternoon. */
  callMoment(random: Random, moment: Micros, user: number, zone: number): Micros {
    const day = Math.floor(moment / DAY)
    const block = mix(day, user)
    const hour = random.chance(0.55) ? 8.75 + (block % 6) / 3 : 13.25 + ((block >>> 8) % 8) / 3
    return day * DAY + Math.floor((hour + random.unit() * 1.5 - zone) * HOUR) + random.below(1_000_000)
  }

  /** The next moment of a conversation: minutes later, or another working day. */
  reply(random: Random, after: Micros, zone: number): Micros {
    if (random.chance(0.45)) return after + random.between(4, 190) * MINUTE + random.below(60) * SECOND
    let day = Math.floor(after / DAY) + 1 + Math.floor(5 * random.unit() ** 2)
    while (this.#weight(day) < 0.1) day++
    return Math.max(after + MINUTE, this.officeMoment(random, day, zone))
  }

  #weight(day: number): number {
    return this.#weights[day - this.first] ?? 1
  }
}

function within(moment: Micros, from: Micros, to: Micros): Micros {
  if (moment >= to) return to - 1 - (moment % HOUR)
  return moment < from ? from + (moment % HOUR) : moment
}
