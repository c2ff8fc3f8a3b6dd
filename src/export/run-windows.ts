/**
 * Walks a stream by several workers and hands on its pages in order, newest first, as one walk would.
 *
 * The newest window is read as fast as it is written; the others run ahead as far as there is room. So what waits is bounded,
 * and every page that is handed on says from where another run could go on.
 */
import type { ActivityPage } from '#core/close/wire.ts'
import type { Stream, Window } from '#core/query/plan-types.ts'
import { formatInstant } from '#core/query/timestamp.ts'
import { firstCursor, requestOf, type Cursor, type PageRequest } from '#core/query/walk.ts'
import { createBell } from '#lib/bell.ts'
import type { Rest, SavedWindow } from './checkpoint.ts'
import { newWindow, reachedOf, standingOf, takePage, type LiveWindow, type Taken } from './live-window.ts'
import type { WindowProgress, WindowState } from './receipt.ts'
import { cutAt, placeToCut, placeToShare, type Tuning } from './windows.ts'

export interface Part<Value> {
  readonly value: Value
  /** What is left after this page; null after the very last one. */
  readonly rest: Rest | null
  /** The window that this page ends; null within one. */
  readonly whole: SavedWindow | null
}

export interface WindowsNeeds<Value> {
  readonly stream: Stream
  /** Where an earlier run has come to. */
  readonly rest: Rest
  /** Windows that an earlier run has written. */
  readonly before: readonly SavedWindow[]
  readonly workers: number
  /** Whether the stream may be divided by its dates. */
  readonly canCut: boolean
  readonly tuning: Tuning
  readonly signal: AbortSignal
  readonly ask: (request: PageRequest, signal: AbortSignal) => Promise<ActivityPage>
  /** Called once for each page, not always in order. */
  readonly prepare: (taken: Taken, signal: AbortSignal) => Promise<Value>
  /** Characters that it holds while it waits. */
  readonly sizeOf: (value: Value) => number
  /** Called when what `progress` says has changed. */
  readonly onChange: () => void
}

export interface Windows<Value> {
  /** Read it once. Rejects with what stopped a worker, after the pages that came before in order. */
  readonly parts: () => AsyncGenerator<Part<Value>, void, void>
  /** Newest first. */
  readonly progress: () => readonly WindowProgress[]
  /** Seconds of the period that are read, and all that there are; null where nobody knows. */
  readonly covered: () => { readonly seconds: number; readonly of: number } | null
}

interface Prepared<Value> {
  readonly value: Value
  readonly next: Cursor | null
  /** Rows found in its window up to here. */
  readonly found: number
}

interface Owned<Value> extends LiveWindow {
  readonly ready: Prepared<Value>[]
  state: WindowState
  owned: boolean
}

export function createWindows<Value>(needs: WindowsNeeds<Value>): Windows<Value> {
  const { stream, rest, tuning, ask, prepare, sizeOf, onChange } = needs
  const bell = createBell()
  const stop = new AbortController()
  const signal = AbortSignal.any([needs.signal, stop.signal])
  const whole: SavedWindow[] = [...needs.before]
  let failure: { readonly error: unknown } | null = null
  let waiting = 0
  let top: number | null = rest.until?.at ?? null
  const live: Owned<Value>[] = [owned(newWindow(rest, rest.cursor ?? firstPlace, rest.found))]

  function owned(window: LiveWindow): Owned<Value> {
    return Object.assign(window, { ready: [], state: 'waiting' as const, owned: false })
  }

  /** A window for somebody who has nothing to do: one that nobody has, or the lower part of one. */
  function take(): Owned<Value> | null {
    const free = live.find((window) => !window.owned && window.cursor)
    if (free) return free
    if (!needs.canCut || live.length >= tuning.ahead * needs.workers) return null
    const places = live.map((window, index) => ({ window, index, below: live[index + 1] }))
    // Below a window that promises more, another has found something: so its rows go on as its density says.
    const sure = places.filter(({ below }) => !below || below.found > 0)
    for (const { window, index, below } of sure) {
      const at = placeToCut(standingOf(window), !below, tuning)
      if (at !== null) return cut(window, index, at)
    }
    for (const { window, index } of sure) {
      const at = placeToShare(standingOf(window), tuning)
      if (at !== null) return cut(window, index, at)
    }
    return null
  }

  function cut(window: Owned<Value>, index: number, at: number): Owned<Value> {
    const [upper, lower] = cutAt(window.piece, at)
    window.piece = upper
    const below = owned(newWindow(lower, firstPlace))
    live.splice(index + 1, 0, below)
    return below
  }

  async function work(): Promise<void> {
    while (!signal.aborted && live.length > 0) {
      const window = take()
      if (window) await walk(window)
      else await bell.heard()
    }
  }

  async function walk(window: Owned<Value>): Promise<void> {
    window.owned = true
    while (window.cursor) {
      window.state = 'waiting'
      while (isAhead(window) && !signal.aborted) await bell.heard()
      signal.throwIfAborted()
      window.state = 'running'
      const { cursor, piece } = window
      const asked: Stream = { ...stream, from: piece.from, until: piece.until }
      const taken = takePage(window, asked, cursor, await ask(requestOf(asked, cursor), signal))
      const { found } = window
      const value = await prepare(taken, signal)
      waiting += sizeOf(value)
      top ??= window.marks[0]?.at.seconds ?? null
      window.ready.push({ value, next: taken.next, found })
      bell.ring()
    }
    window.state = 'done'
    bell.ring()
  }

  /** Whether it has to wait for the writer: the newest window a few pages ahead, the others once too much waits. */
  function isAhead(window: Owned<Value>): boolean {
    return window === live[0] ? window.ready.length >= headAhead : waiting > tuning.waiting
  }

  async function worker(): Promise<void> {
    try {
      await work()
    } catch (error) {
      failure ??= { error }
      for (const window of live) if (window.state === 'running') window.state = 'failed'
      stop.abort(error)
    }
    bell.ring()
  }

  async function* parts(): AsyncGenerator<Part<Value>, void, void> {
    const wake = () => bell.ring()
    needs.signal.addEventListener('abort', wake)
    const workers = Array.from({ length: needs.canCut ? needs.workers : 1 }, worker)
    try {
      for (let head = live[0]; head; head = live[0]) {
        const page = head.ready.shift()
        if (page) {
          waiting -= sizeOf(page.value)
          yield handOn(head, page)
          bell.ring()
        } else if (failure) throw failure.error
        else await bell.heard()
      }
    } finally {
      needs.signal.removeEventListener('abort', wake)
      stop.abort()
      bell.ring()
      await Promise.allSettled(workers)
    }
  }

  function handOn(head: Owned<Value>, { value, next, found }: Prepared<Value>): Part<Value> {
    const { from, until } = head.piece
    if (next) return { value, whole: null, rest: { from: rest.from, until, cursor: next, found } }
    const saved = { from, until, rows: found }
    whole.push(saved)
    live.shift()
    const isLast = live.length === 0
    const left = from && { from: rest.from, until: { at: from.at, inclusive: false }, cursor: null, found: 0 }
    onChange()
    return { value, whole: saved, rest: isLast ? null : left }
  }

  function covered() {
    if (top === null || rest.from === null) return null
    const below = live.reduce((sum, window) => sum + secondsBelow(window), 0)
    const of = Math.max(1, top - rest.from.at)
    return { seconds: Math.max(0, of - below), of }
  }

  /** Seconds of a window that are not read yet. */
  function secondsBelow(window: LiveWindow): number {
    const until = reachedOf(window) ?? window.piece.until?.at ?? top ?? 0
    return window.cursor && window.piece.from ? Math.max(0, until - window.piece.from.at) : 0
  }

  return {
    parts,
    covered,
    progress: () => [
      ...whole.map((window) => ({ ...instantsOf(window), state: 'done' as const, rows: window.rows })),
      ...live.map(({ piece, state, found }) => ({ ...instantsOf(piece), state, rows: found })),
    ],
  }
}

const firstPlace = firstCursor()

const headAhead = 4

function instantsOf({ from, until }: Window): Pick<WindowProgress, 'from' | 'until'> {
  return { from: from && formatInstant(from.at), until: until && formatInstant(until.at) }
}
