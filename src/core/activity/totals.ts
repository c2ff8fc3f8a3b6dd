/** What a set of rows comes to: a sum for each page, added up, so that a longer list costs no more than its last page. */
import { activityTypes } from '#core/close/activity-types.ts'
import { numberText } from './format.ts'
import type { ActivityRow } from './row.ts'
import { durationText } from './wording.ts'

export interface Totals {
  readonly rows: number
  readonly calls: number
  /** Of calls, summed. */
  readonly callSeconds: number
  /** Users, by id. */
  readonly people: ReadonlySet<string>
  /** Rows by `_type`. */
  readonly byType: ReadonlyMap<string, number>
}

export const noTotals: Totals = { rows: 0, calls: 0, callSeconds: 0, people: new Set(), byType: new Map() }

export function totalsOf(rows: readonly ActivityRow[]): Totals {
  const people = new Set<string>()
  const byType = new Map<string, number>()
  let calls = 0
  let callSeconds = 0
  for (const { type, userId, duration } of rows) {
    byType.set(type, (byType.get(type) ?? 0) + 1)
    if (userId !== null) people.add(userId)
    if (type !== 'Call') continue
    calls += 1
    callSeconds += Math.max(0, duration ?? 0)
  }
  return { rows: rows.length, calls, callSeconds, people, byType }
}

export function sumOf(all: readonly Totals[]): Totals {
  const people = new Set<string>()
  const byType = new Map<string, number>()
  let rows = 0
  let calls = 0
  let callSeconds = 0
  for (const part of all) {
    rows += part.rows
    calls += part.calls
    callSeconds += part.callSeconds
    for (const id of part.people) people.add(id)
    for (const [type, count] of part.byType) byType.set(type, (byType.get(type) ?? 0) + count)
  }
  return { rows, calls, callSeconds, people, byType }
}

/** "12 calls, 1 h 7 min · 3 people · 5 notes, 4 emails", most first. */
export function totalsText({ calls, callSeconds, people, byType }: Totals, locale: string): string {
  const number = (count: number) => numberText(count, locale)
  const others = [...byType]
    .filter(([type]) => type !== 'Call')
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([type, count]) => `${number(count)} ${typeName(type, count)}`)
  return [
    ...(calls === 0
      ? []
      : [`${number(calls)} ${calls === 1 ? 'call' : 'calls'}, ${durationText(callSeconds, locale)}`]),
    ...(others.length === 0 ? [] : [others.join(', ')]),
    ...(people.size === 0 ? [] : [`${number(people.size)} ${people.size === 1 ? 'user' : 'users'}`]),
  ].join(' · ')
}

function typeName(type: string, count: number): string {
  const known = activityTypes.find((each) => each.type === type)
  const name = known ? (count === 1 ? known.one : known.many) : type || 'without a type'
  return known && !/^(?:SMS|WhatsApp)/.test(name) ? name.toLowerCase() : name
}

/** Adds up a growing list of parts: what was added before is not gone through again as long as it begins the list. */
export class RunningTotals {
  #parts: readonly (Totals | undefined)[] = []
  #sum = noTotals

  /** The sum of the parts that are there. */
  of(parts: readonly (Totals | undefined)[]): Totals {
    const isLonger = this.#parts.every((part, i) => i < parts.length && parts[i] === part)
    const added = (isLonger ? parts.slice(this.#parts.length) : parts).filter((part) => part !== undefined)
    this.#sum = sumOf(isLonger ? [this.#sum, ...added] : added)
    this.#parts = parts
    return this.#sum
  }
}
