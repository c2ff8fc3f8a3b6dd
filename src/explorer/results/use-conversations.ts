/** Which conversations are open, and the lines that the table then has. */
import { useCallback, useMemo, useState } from 'react'
import type { Assembled } from '#core/activity/conversations.ts'
import {
  asMessage,
  matches,
  type Matching,
  matchingOf,
  type Message,
  type MessageFilter,
  withOthers,
} from '#core/activity/messages.ts'
import type { ActivityRow } from '#core/activity/row.ts'
import { messageFilterOf } from '#core/query/matching-messages.ts'
import { hasThreads, type Question } from './activities-query.ts'
import { type Line, type Outline, outlineOf } from './outline.ts'
import { useThreadOrder } from './thread-order.ts'
import type { RefinedRows } from './refined-rows.ts'
import type { RefinedCount } from './refined-text.ts'
import type { Activities } from './use-activities.ts'
import { type MatchingView, useMatching } from './use-matching.ts'
import { type Fetched, useMessages } from './use-messages.ts'

/** What a line shows. */
export interface LineContent {
  /** Null while it is being asked for, and where a note stands in its place. */
  readonly row: ActivityRow | null
  /** In place of messages: that there are none, or why they are not there. */
  readonly note: string | null
  /** Whether a conversation is open; null for a line that is none. */
  readonly isOpen: boolean | null
  /** Of a conversation, where it is known: how many of its messages meet the filters. */
  readonly matching: Matching | null
  /** Of a message: false when it misses the filters. */
  readonly isMatch: boolean
}

export interface ConversationsView {
  readonly outline: Outline
  /** How many of the lines that are no messages the refinements keep; null when nothing is refined. */
  readonly refined: RefinedCount | null
  /** Whether email threads are among the rows: then they can be opened. */
  readonly isTree: boolean
  readonly contentOf: (line: Line) => LineContent
  /** Where an activity stands; null when it has no line of its own: it is not in the list, or its conversation is shut. */
  readonly lineOf: (id: string) => Line | null
  /** The row of an email thread; null when it is not in the list. */
  readonly threadRow: (threadId: string) => number | null
  readonly isOpen: (row: number) => boolean
  readonly toggle: (row: ActivityRow, open: boolean) => void
  /** Asks again for the messages of the conversation of a line. */
  readonly retry: (line: Line) => void
}

interface Conversation {
  readonly id: string
  readonly fetched: Fetched
  /** In reading order; undefined while none is known. */
  readonly messages: readonly Message[] | undefined
  readonly matching: Matching | null
  readonly lines: number
  readonly filter: MessageFilter
}

/** More skeletons than this tell nothing. */
const mostSkeletons = 200

const nothing: readonly string[] = []

export function useConversations(
  question: Question,
  activities: Activities,
  refined: RefinedRows | null,
): ConversationsView {
  const order = useThreadOrder()
  const { ledger, rowCount, rowAt, indexOf } = activities
  const assembled = ledger.conversations?.assembled ?? null
  const [opened, setOpened] = useState<ReadonlyMap<string, number>>(new Map())
  const ids = useMemo(() => (opened.size === 0 ? nothing : [...opened.keys()]), [opened])
  const fetched = useMessages(question, ids)
  const [stream] = question.plan.streams
  const filter = useMemo(() => messageFilterOf(stream), [stream])
  const { matchingIn, isListed } = useMatching(question, filter, assembled)

  const conversations = useMemo(() => {
    const known = new Map<string, Conversation>()
    ids.forEach((id, i) => {
      const result = fetched[i]
      if (result && assembled) {
        known.set(id, conversationOf(result, { id, assembled, rowAt, filter, order, expected: opened.get(id) ?? 1 }))
      }
    })
    return known
  }, [ids, fetched, assembled, rowAt, filter, order, opened])

  const outline = useMemo(() => {
    const spans = [...conversations].flatMap(([id, { lines }]) => {
      const row = assembled?.threads.get(id)
      return row === undefined ? [] : [{ row, lines }]
    })
    return outlineOf(rowCount, topsOf(assembled, refined), spans)
  }, [conversations, assembled, rowCount, refined])

  const contentOf = useCallback(
    (line: Line): LineContent => {
      const row = rowAt(line.row)
      if (line.message !== null)
        return messageContent(conversationAt(line.row, conversations, assembled), line.message, isListed)
      const isThread = assembled !== null && row?.type === 'EmailThread' && row.id !== null
      if (!isThread) return { ...plain, row }
      const conversation = conversations.get(row.id ?? '')
      return { ...plain, row, isOpen: conversation !== undefined, matching: conversation?.matching ?? matchingIn(row) }
    },
    [rowAt, conversations, assembled, matchingIn, isListed],
  )

  const lineOf = useCallback(
    (id: string): Line | null => {
      const row = indexOf(id)
      const line = messageLine(id, conversations, assembled) ?? (row === null ? null : { row, message: null })
      return line && outline.indexOf(line) !== null ? line : null
    },
    [conversations, assembled, outline, indexOf],
  )

  const toggle = useCallback(({ id, messageCount }: ActivityRow, open: boolean) => {
    if (id === null) return
    setOpened((now) => {
      const next = new Map(now)
      if (open) next.set(id, messageCount ?? 1)
      else next.delete(id)
      return next
    })
  }, [])

  return {
    outline,
    refined: refined && {
      kept: outline.topCount - refined.unseen,
      of: (assembled?.tops.length ?? rowCount) - refined.unseen,
      unseen: refined.unseen,
    },
    isTree: hasThreads(stream),
    contentOf,
    lineOf,
    threadRow: (threadId) => assembled?.threads.get(threadId) ?? null,
    isOpen: (row) => conversationAt(row, conversations, assembled) !== undefined,
    toggle,
    retry: ({ row }) => conversationAt(row, conversations, assembled)?.fetched.retry(),
  }
}

/** The numbers of the rows that stand by themselves; null when all do. A conversation is judged by its own row. */
function topsOf(assembled: Assembled | null, refined: RefinedRows | null): readonly number[] | null {
  if (!assembled || !refined) return assembled?.tops ?? refined?.kept ?? null
  const kept = new Set(refined.kept)
  return assembled.tops.filter((row) => kept.has(row))
}

const plain: LineContent = { row: null, note: null, isOpen: null, matching: null, isMatch: true }

function conversationAt(
  row: number,
  conversations: ReadonlyMap<string, Conversation>,
  assembled: Assembled | null,
): Conversation | undefined {
  for (const [id, conversation] of conversations) if (assembled?.threads.get(id) === row) return conversation
  return undefined
}

function messageLine(
  id: string,
  conversations: ReadonlyMap<string, Conversation>,
  assembled: Assembled | null,
): Line | null {
  for (const [thread, { messages }] of conversations) {
    const row = assembled?.threads.get(thread)
    const message = messages?.findIndex((each) => each.row.id === id) ?? -1
    if (row !== undefined && message >= 0) return { row, message }
  }
  return null
}

interface Circumstances {
  readonly id: string
  readonly assembled: Assembled
  readonly rowAt: Activities['rowAt']
  readonly filter: MessageFilter
  readonly order: 'newest' | 'oldest'
  /** Messages that the thread said it has. */
  readonly expected: number
}

function conversationOf(
  fetched: Fetched,
  { id, assembled, rowAt, filter, order, expected }: Circumstances,
): Conversation {
  const joined = (assembled.joined.get(id) ?? []).flatMap((each) => rowAt(each.row) ?? [])
  const listed = fetched.messages ?? (fetched.problem && joined.length > 0 ? [] : undefined)
  if (!listed) {
    const lines = fetched.problem ? 1 : Math.max(1, Math.min(expected, mostSkeletons))
    return { id, fetched, messages: undefined, matching: null, lines, filter }
  }
  const messages = withOthers(listed, joined.map(asMessage), filter.sort)
  return {
    id,
    fetched,
    messages: order === 'newest' ? messages : messages.toReversed(),
    matching: matchingOf(messages, filter),
    lines: Math.max(1, messages.length),
    filter,
  }
}

function messageContent(
  conversation: Conversation | undefined,
  place: number,
  isListed: MatchingView['isListed'],
): LineContent {
  if (!conversation) return plain
  const { id, messages, fetched, filter } = conversation
  if (fetched.problem && !messages) {
    return { ...plain, note: `The messages could not be loaded. ${fetched.problem.message} Press Enter to try again.` }
  }
  if (messages?.length === 0) return { ...plain, note: 'This conversation has no messages any more.' }
  const message = messages?.[place]
  if (!message) return plain
  const isMatch = matches(message, filter) ?? isListed(id, message.row.id) ?? true
  return { ...plain, row: message.row, isMatch }
}
