/** What a file of a list with conversations holds a line for, and which streams bring that. */
import { listPath } from '#core/close/activity-types.ts'
import type { WireActivity } from '#core/close/wire.ts'
import type { Parameters, Stream } from './plan-types.ts'

export type ConversationLines = 'conversations' | 'messages'

export interface LinesPlan {
  /** Brings the lines, and some rows that are none. */
  readonly stream: Stream
  /** Brings the threads that must be known beforehand; null when none must. */
  readonly threads: Stream | null
  /** Whether a row of the stream is a line; `threads` are the ids that the other stream brought. */
  readonly isLine: (activity: WireActivity, threads: ReadonlySet<string>) => boolean
}

/**
 * By conversations the lines are what the table counts. By messages they are those messages of the conversations that
 * meet the filters, by Close's own judgement: its list of messages is asked with the same filters.
 */
export function linesPlan(stream: Stream, lines: ConversationLines): LinesPlan {
  const isBoth = valueOf(stream, 'thread_emails') === 'true'
  if (lines === 'messages')
    return isBoth && wantsType(stream, 'Email') ? allMessages(stream) : messagesOfThreads(stream)
  if (!isBoth) return { stream, threads: null, isLine: () => true }
  return {
    stream,
    threads: threadsOf(stream),
    isLine: (activity, threads) => !isMessage(activity) || !isIn(threads, activity),
  }
}

/** Messages without a thread are rows of the list too, so every message is a line. */
function allMessages(stream: Stream): LinesPlan {
  return { stream: toMessages(stream), threads: null, isLine: () => true }
}

function messagesOfThreads(stream: Stream): LinesPlan {
  return {
    stream: toMessages(stream),
    threads: threadsOf(stream),
    isLine: (activity, threads) => !isMessage(activity) || isIn(threads, activity),
  }
}

function isMessage(activity: WireActivity): boolean {
  return activity['_type'] === 'Email'
}

function isIn(threads: ReadonlySet<string>, { thread_id: id }: WireActivity): boolean {
  return typeof id === 'string' && threads.has(id)
}

function valueOf({ parameters }: Stream, wanted: string): string | undefined {
  return parameters.find(([name]) => name === wanted)?.[1]
}

function wantsType(stream: Stream, word: string): boolean {
  return valueOf(stream, '_type__in')?.split(',').includes(word) ?? true
}

/** The same question for messages instead of threads. */
function toMessages(stream: Stream): Stream {
  const parameters = stream.parameters
    .filter(([name]) => name !== 'thread_emails')
    .map(([name, value]) => [name, name === '_type__in' ? withMessages(value) : value] as const)
  return { ...stream, path: stream.path === listPath('emailthread') ? listPath('email') : stream.path, parameters }
}

function withMessages(types: string): string {
  return [...new Set(types.split(',').map((word) => (word === 'EmailThread' ? 'Email' : word)))].join(',')
}

function threadsOf(stream: Stream): Stream {
  const parameters: Parameters = stream.parameters.map(([name, value]) => [
    name,
    name === 'thread_emails' ? 'only' : value,
  ])
  return { ...stream, parameters }
}
