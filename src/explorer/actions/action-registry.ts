/** Who can do which action just now. Parts of the page offer what they can do while they are on it. */
import type { ActionId } from './catalogue.ts'

export interface Offer {
  readonly run: () => void
  /** Why it cannot be done just now. */
  readonly unavailable?: string | null | undefined
}

export interface Said {
  readonly text: string
}

export interface ActionRegistry {
  /** Takes on an action until the answer is called. `read` is asked whenever it matters. */
  readonly offer: (id: ActionId, read: () => Offer) => () => void
  /** By the newest that can be done; failing that, the newest. Undefined when nobody offers it. */
  readonly best: (id: ActionId) => Offer | undefined
  /** Does it, or says why not. */
  readonly run: (id: ActionId) => void
  /** Keeps keys from acting, until the answer is called, while what was opened for typing is not there yet. */
  readonly hold: (isThere: () => boolean) => () => void
  readonly isHeld: () => boolean
  /** Tells what was done where nothing on screen shows it: aloud, and for a moment on screen. */
  readonly say: (text: string) => void
  /** What was said last; another object each time. */
  readonly said: () => Said | null
  readonly subscribe: (listener: () => void) => () => void
}

export function createActionRegistry(announce: (text: string) => void): ActionRegistry {
  const offers = new Map<ActionId, Set<() => Offer>>()
  const holds = new Set<() => boolean>()
  const listeners = new Set<() => void>()
  let said: Said | null = null

  function best(id: ActionId): Offer | undefined {
    const all = [...(offers.get(id) ?? [])].map((read) => read()).toReversed()
    return all.find(({ unavailable }) => !unavailable) ?? all[0]
  }

  function say(text: string) {
    said = { text }
    announce(text)
    for (const listener of listeners) listener()
  }

  function run(id: ActionId) {
    const offer = best(id)
    if (offer?.unavailable) say(offer.unavailable)
    else offer?.run()
  }

  return {
    offer(id, read) {
      const all = offers.get(id) ?? new Set()
      offers.set(id, all.add(read))
      return () => all.delete(read)
    },
    best,
    run,
    hold(isThere) {
      holds.add(isThere)
      return () => holds.delete(isThere)
    },
    isHeld: () => [...holds].some((isThere) => !isThere()),
    say,
    said: () => said,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
