/** Those who wait for their turn: whoever may go goes, somebody who looks at the screen before an export. */
import type { Clock } from '#lib/clock.ts'

/** `background`: nobody waits for this single answer; its requests are spaced and let others pass. */
export type PacePriority = 'interactive' | 'background'

export interface PaceQueue {
  /** Resolves with what `leave` gives, called in the moment of going. Rejects with the signal's reason. */
  readonly enter: <Leave>(
    group: string,
    priority: PacePriority,
    signal: AbortSignal | undefined,
    leave: () => Leave,
  ) => Promise<Leave>
  /** Looks again: call it when what `dueAt` says may have changed. */
  readonly plan: () => void
  readonly size: () => number
  /** Since when nobody went although the first in line waits, and when that one may go; in milliseconds since 1970. */
  readonly standstill: () => { readonly since: number; readonly until: number }
}

interface Needs {
  readonly clock: Clock
  /** When the next request of this group may go, in milliseconds since 1970. */
  readonly dueAt: (group: string, priority: PacePriority) => number
  /** Somebody began or ended waiting. */
  readonly onChange: () => void
}

interface Waiter {
  readonly group: string
  readonly priority: PacePriority
  readonly since: number
  readonly go: () => void
}

const nobody = { since: 0, until: 0 }

export function createPaceQueue({ clock, dueAt, onChange }: Needs): PaceQueue {
  const waiters: Record<PacePriority, Set<Waiter>> = { interactive: new Set(), background: new Set() }
  let standstill = nobody
  let lastGone = 0
  let alarm: { readonly at: number; readonly off: AbortController } | null = null

  const inOrder = () => [...waiters.interactive, ...waiters.background]

  function plan() {
    let next = Infinity
    standstill = nobody
    const line = inOrder()
    for (const waiter of line) {
      const at = dueAt(waiter.group, waiter.priority)
      if (at <= clock.now()) {
        waiters[waiter.priority].delete(waiter)
        lastGone = clock.now()
        waiter.go()
        continue
      }
      if (standstill === nobody) standstill = { since: Math.max(waiter.since, lastGone), until: at }
      next = Math.min(next, at)
    }
    wakeAt(next)
    if (line.length > 0) onChange()
  }

  function wakeAt(at: number) {
    if (alarm?.at === at) return
    alarm?.off.abort()
    alarm = null
    if (at === Infinity) return
    const mine = { at, off: new AbortController() }
    alarm = mine
    const wake = () => {
      if (alarm !== mine) return
      alarm = null
      plan()
    }
    clock.sleep(Math.max(0, at - clock.now()), mine.off.signal).then(wake, () => undefined)
  }

  return {
    enter: (group, priority, signal, leave) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason)
          return
        }
        const onAbort = () => {
          waiters[priority].delete(waiter)
          plan()
          onChange()
          reject(signal?.reason)
        }
        const go = () => {
          signal?.removeEventListener('abort', onAbort)
          resolve(leave())
        }
        const waiter = { group, priority, since: clock.now(), go }
        waiters[priority].add(waiter)
        signal?.addEventListener('abort', onAbort, { once: true })
        plan()
      }),
    plan,
    size: () => waiters.interactive.size + waiters.background.size,
    standstill: () => standstill,
  }
}
