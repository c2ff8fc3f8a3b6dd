import type { Call } from '#sandbox/call.ts'
import { mix } from '#sandbox/random.ts'
import { type Fault, parseFault } from './catalogue.ts'

/** A fault and the requests that it meets. Counts, not chances: the same requests meet the same faults. */
export interface FaultRule {
  readonly fault: Fault
  /** How many requests it meets; null: all. */
  readonly times: number | null
  /** How many matching requests pass before the first one is met. */
  readonly after: number
  /** A part of path and query, such as `/activity/call/` or `_skip=200`; empty: every request. */
  readonly match: string
  /** Only requests whose header `x-sandbox-scope` says so, for tests that share a sandbox. */
  readonly scope: string | null
  /** Meets only so many in a hundred of the matching requests, by `seed`. */
  readonly percent: number
  readonly seed: number
}

interface Counted {
  readonly rule: FaultRule
  seen: number
  met: number
}

/** Knows which faults wait, and which of them a request meets. */
export class Switchboard {
  #rules: Counted[] = []

  add(rule: FaultRule): void {
    this.#rules.push({ rule, seen: 0, met: 0 })
  }

  clear(): void {
    this.#rules = []
  }

  /** The rules that still wait, with how often each was met. */
  waiting(): readonly (FaultRule & { readonly met: number })[] {
    return this.#rules.filter(isWaiting).map(({ rule, met }) => ({ ...rule, met }))
  }

  /** The faults that this request meets: that of its own header, and those of the rules. */
  meet(call: Call): readonly Fault[] {
    const own = parseFault(call.headers.get('x-sandbox-fault') ?? '')
    const met = this.#rules
      .filter((counted) => matches(counted.rule, call) && meets(counted))
      .map(({ rule }) => rule.fault)
    this.#rules = this.#rules.filter(isWaiting)
    return own === null ? met : [own, ...met]
  }
}

function matches({ match, scope }: FaultRule, call: Call): boolean {
  if (scope !== null && call.headers.get('x-sandbox-scope') !== scope) return false
  return decodeURIComponent(`${call.path}?${call.parameters}`.replaceAll('+', ' ')).includes(match)
}

function meets(counted: Counted): boolean {
  const { rule } = counted
  if (!isWaiting(counted)) return false
  counted.seen++
  if (counted.seen <= rule.after || mix(rule.seed, counted.seen) % 100 >= rule.percent) return false
  counted.met++
  return true
}

function isWaiting({ rule, met }: Counted): boolean {
  return rule.times === null || met < rule.times
}
