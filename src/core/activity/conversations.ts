/**
 * Conversations out of a list in which threads stand beside their messages. A message whose thread is in the list, on
 * whichever page, stands under it and is not a row of its own. Whatever the order and the paging, the result is the same.
 */
import type { Matching } from './messages.ts'
import type { ActivityRow } from './row.ts'

/** What is kept of a row for good, also after the row itself is dropped; null for one that is no mail. */
type Standing = {
  readonly id: string
  readonly threadId: string | null
  readonly isThread: boolean
  readonly matching: Matching | null
} | null

export interface Joined {
  readonly id: string
  /** Its number among the rows as they arrived. */
  readonly row: number
}

export interface Assembled {
  /** The numbers of the rows that stand by themselves, in order. */
  readonly tops: readonly number[]
  /** The row number of each thread, by id. */
  readonly threads: ReadonlyMap<string, number>
  /** The messages that stand under a thread, by its id, in order of arrival. */
  readonly joined: ReadonlyMap<string, readonly Joined[]>
  /** How many messages match, by thread id, of the threads that came with all theirs. */
  readonly matching: ReadonlyMap<string, Matching>
}

/** By thread id. */
export type MatchingById = ReadonlyMap<string, Matching>

function standingOf({ id, type, threadId }: ActivityRow, matching: MatchingById): Standing {
  if (id === null) return null
  if (type === 'EmailThread') return { id, threadId: null, isThread: true, matching: matching.get(id) ?? null }
  return type === 'Email' ? { id, threadId, isThread: false, matching: null } : null
}

/** Takes in pages as they come and as they come again. */
export class Conversations {
  readonly #pages: (readonly Standing[])[] = []
  #assembled: Assembled | null = null

  /** Pages before it must have been put. */
  put(page: number, rows: readonly ActivityRow[], matching: MatchingById = new Map()): void {
    this.#pages[page] = rows.map((row) => standingOf(row, matching))
    this.#assembled = null
  }

  /** Forgets all pages but the first so many. */
  keep(pages: number): void {
    if (this.#pages.length <= pages) return
    this.#pages.length = pages
    this.#assembled = null
  }

  /** The same object as long as nothing was put. */
  get assembled(): Assembled {
    return (this.#assembled ??= assemble(this.#pages.flat()))
  }
}

function assemble(rows: readonly Standing[]): Assembled {
  const threads = new Map<string, number>()
  const matching = new Map<string, Matching>()
  rows.forEach((row, number) => {
    if (!row?.isThread || threads.has(row.id)) return
    threads.set(row.id, number)
    if (row.matching) matching.set(row.id, row.matching)
  })
  const tops: number[] = []
  const joined = new Map<string, Joined[]>()
  const messages = new Set<string>()
  rows.forEach((row, number) => {
    if (row?.isThread) {
      // A thread that moved while the list was walked was met twice.
      if (threads.get(row.id) === number) tops.push(number)
    } else if (row) {
      if (messages.has(row.id)) return
      messages.add(row.id)
      if (row.threadId === null || !threads.has(row.threadId)) tops.push(number)
      else listIn(joined, row.threadId).push({ id: row.id, row: number })
    } else {
      tops.push(number)
    }
  })
  return { tops, threads, joined, matching }
}

function listIn(lists: Map<string, Joined[]>, key: string): Joined[] {
  const found = lists.get(key) ?? []
  if (found.length === 0) lists.set(key, found)
  return found
}
