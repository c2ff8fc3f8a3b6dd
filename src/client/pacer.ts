/**
 * One pace for everything that uses a credential: the table, names, an export, and other tabs where they are told.
 * Requests are spaced to stay within what Close announces, refusals slow everybody down, and announced waits hold everybody.
 */
import type { Clock } from '#lib/clock.ts'
import { createPaceQueue, type PacePriority } from './pace-queue.ts'
import type { RateLimit } from './rate-limit.ts'
import { createRateReduction, type ReducedRate } from './rate-reduction.ts'
import { createRateWindow, type RateWindow } from './rate-window.ts'

export interface PacerSnapshot {
  /** When the present wait ends, in milliseconds since 1970; null while nobody waits. */
  readonly waitingUntil: number | null
  /** `rate-limit`: Close asked for it. `retry`: a failed request is about to be repeated. */
  readonly reason: 'rate-limit' | 'retry' | null
}

/** What others on the same connection need to know. Nothing in it is secret. */
export type PaceNews =
  | { readonly kind: 'spent'; readonly group: string }
  | { readonly kind: 'paused'; readonly until: number }
  | ({ readonly kind: 'reduced' } & ReducedRate)

/** Leave to make one request. */
export interface Pass {
  /** What the answer announced, whatever its status. */
  readonly hear: (rate: RateLimit) => void
  /** The answer was a 429: everybody waits that long, and goes on at half the rate. */
  readonly refused: (seconds: number) => void
}

export interface Pacer {
  readonly getSnapshot: () => PacerSnapshot
  readonly subscribe: (listener: () => void) => () => void
  /** Holds back every request for that long, or longer if a longer pause is on. */
  readonly pause: (ms: number) => void
  /** Resolves when no pause is on. */
  readonly ready: (signal: AbortSignal) => Promise<void>
  /** Resolves when one request of this group may go. Rejects with the signal's reason. */
  readonly enter: (group: string, priority: PacePriority, signal?: AbortSignal) => Promise<Pass>
  /** One caller's wait before it tries again. */
  readonly rest: (ms: number, signal: AbortSignal) => Promise<void>
  /** Hears what happens here. */
  readonly onNews: (listener: (news: PaceNews) => void) => () => void
  /** Takes over what happened elsewhere on the same connection. */
  readonly learn: (news: PaceNews) => void
  /** What somebody who comes later needs to know. */
  readonly standing: () => readonly PaceNews[]
}

const idle: PacerSnapshot = { waitingUntil: null, reason: null }

/** Shorter waits within a window are the pace itself and need no words. */
const notableMs = 1000

/** Longer pauses are not believed, whoever tells them. */
const longestMs = 3_600_000

export function createPacer(clock: Clock): Pacer {
  const listeners = new Set<() => void>()
  const newsListeners = new Set<(news: PaceNews) => void>()
  const rests = new Map<symbol, number>()
  const windows = new Map<string, RateWindow>()
  const reduction = createRateReduction()
  let pausedUntil = 0
  let waiting = 0
  let snapshot = idle

  const queue = createPaceQueue({ clock, dueAt, onChange: update })

  function current(): PacerSnapshot {
    const now = clock.now()
    if (pausedUntil > now && waiting + queue.size() > 0) return { waitingUntil: pausedUntil, reason: 'rate-limit' }
    const { since, until } = queue.standstill()
    if (until > now && until - since >= notableMs) return { waitingUntil: until, reason: 'rate-limit' }
    return rests.size > 0 ? { waitingUntil: Math.max(...rests.values()), reason: 'retry' } : idle
  }

  function update() {
    const next = current()
    if (next.waitingUntil === snapshot.waitingUntil && next.reason === snapshot.reason) return
    snapshot = next
    for (const listener of listeners) listener()
  }

  function tell(news: PaceNews) {
    for (const listener of newsListeners) listener(news)
  }

  function windowOf(group: string): RateWindow {
    const window = windows.get(group) ?? createRateWindow()
    windows.set(group, window)
    return window
  }

  function dueAt(group: string, priority: PacePriority): number {
    const now = clock.now()
    return Math.max(pausedUntil, reduction.dueAt(now), windowOf(group).dueAt(now, priority === 'background'))
  }

  function pauseUntil(until: number) {
    if (until <= pausedUntil) return
    pausedUntil = until
    queue.plan()
    update()
  }

  function pause(ms: number) {
    const until = clock.now() + ms
    if (until > pausedUntil) tell({ kind: 'paused', until })
    pauseUntil(until)
  }

  /** Called in the moment the queue lets a request go, so that the next one is judged with it. */
  function passFor(group: string): Pass {
    const sentAt = clock.now()
    const window = windowOf(group)
    const number = window.send(sentAt)
    reduction.send(sentAt)
    tell({ kind: 'spent', group })
    return {
      hear(rate) {
        window.hear(number, rate, clock.now())
        queue.plan()
        update()
      },
      refused(seconds) {
        const now = clock.now()
        window.refused(now)
        reduction.refused(sentAt, now + seconds * 1000, window.rate(), now)
        const reduced = reduction.standing(now)
        if (reduced) tell({ kind: 'reduced', ...reduced })
        pause(seconds * 1000)
      },
    }
  }

  function learn(news: PaceNews) {
    const now = clock.now()
    if (news.kind === 'paused') pauseUntil(Math.min(news.until, now + longestMs))
    else if (news.kind === 'reduced') reduction.adopt(news, now)
    else {
      windowOf(news.group).send(now)
      reduction.send(now)
    }
    queue.plan()
  }

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    pause,
    async ready(signal) {
      signal.throwIfAborted()
      if (pausedUntil <= clock.now()) return
      waiting += 1
      update()
      try {
        // A pause may be lengthened while it lasts.
        while (pausedUntil > clock.now()) await clock.sleep(pausedUntil - clock.now(), signal)
      } finally {
        waiting -= 1
        update()
      }
    },
    enter: (group, priority, signal) => queue.enter(group, priority, signal, () => passFor(group)),
    async rest(ms, signal) {
      const key = Symbol()
      rests.set(key, clock.now() + ms)
      update()
      try {
        await clock.sleep(ms, signal)
      } finally {
        rests.delete(key)
        update()
      }
    },
    onNews(listener) {
      newsListeners.add(listener)
      return () => newsListeners.delete(listener)
    },
    learn,
    standing() {
      const now = clock.now()
      const reduced = reduction.standing(now)
      return [
        ...(pausedUntil > now ? [{ kind: 'paused', until: pausedUntil } as const] : []),
        ...(reduced ? [{ kind: 'reduced', ...reduced } as const] : []),
      ]
    },
  }
}
