import type { Call } from '#sandbox/call.ts'
import type { TruthKeeper } from '#sandbox/truth.ts'
import type { World } from '#sandbox/world.ts'
import { answerOf } from './answers.ts'
import { type Fault, numberIn } from './catalogue.ts'
import { changeData, insertTies } from './data.ts'
import { mangle, rowsOf } from './manglers.ts'
import { type FaultRule, Switchboard } from './switchboard.ts'

const dataFaults: ReadonlySet<string> = new Set(['insert', 'insert-backdated', 'delete', 'touch'])

/** Puts faults between a request and its answer. */
export class FaultBox {
  readonly #world: World
  readonly #truth: TruthKeeper
  readonly #now: () => number
  readonly #switchboard = new Switchboard()
  #releases: (() => void)[] = []
  #turn = 0
  skipCeiling: number | null = null
  limitCeiling: number | null = null

  constructor(world: World, truth: TruthKeeper, now: () => number) {
    this.#world = world
    this.#truth = truth
    this.#now = now
  }

  /** Takes a rule; faults that happen at once happen now. Returns the ids of activities that came by it. */
  add(rule: FaultRule): readonly string[] {
    const { fault } = rule
    if (fault.name === 'ties') return insertTies(fault, this.#world, this.#truth, this.#now() * 1000)
    if (fault.name === 'skip-ceiling') this.skipCeiling = numberIn(fault, 'value', 2000)
    else if (fault.name === 'limit-ceiling') this.limitCeiling = numberIn(fault, 'value', 50)
    else this.#switchboard.add(rule)
    return []
  }

  /** Forgets all faults and lets hanging answers go. What was inserted or deleted stays so. */
  clear(): void {
    this.#switchboard.clear()
    this.skipCeiling = null
    this.limitCeiling = null
    for (const release of this.#releases.splice(0)) release()
  }

  waiting(): ReturnType<Switchboard['waiting']> {
    return this.#switchboard.waiting()
  }

  meet(call: Call): readonly Fault[] {
    return this.#switchboard.meet(call)
  }

  /** Answers the call, or lets the API answer it, as the faults want. */
  async answer(met: readonly Fault[], signal: AbortSignal, api: () => Promise<Response>): Promise<Response> {
    this.#turn++
    for (const fault of met) {
      if (fault.name === 'slow') await pause(numberIn(fault, 'ms', 1000), signal)
      if (fault.name === 'hang') return this.#hang(signal)
      const instead = answerOf(fault)
      if (instead !== null) return instead
    }
    let response = await api()
    for (const fault of met) {
      if (dataFaults.has(fault.name)) await this.#change(fault, response)
      else response = await mangle(fault, response, this.#turn)
    }
    return response
  }

  async #change(fault: Fault, response: Response): Promise<void> {
    const ids = (await rowsOf(response)).map((row) => String(row['id']))
    changeData(fault, ids, this.#world, this.#truth, this.#now() * 1000)
  }

  #hang(signal: AbortSignal): Promise<Response> {
    return new Promise((resolve) => {
      const release = (): void => resolve(new Response('', { status: 504 }))
      if (signal.aborted) return release()
      this.#releases.push(release)
      signal.addEventListener('abort', release, { once: true })
    })
  }
}

/** Waits, but not longer than the client does. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}
