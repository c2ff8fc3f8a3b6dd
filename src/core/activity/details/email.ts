import type { WireActivity } from '#core/close/wire.ts'
import { lineOf } from '#core/activity/read.ts'
import { directionText, sentenceCase } from '#core/activity/wording.ts'
import {
  type Fact,
  fact,
  facts,
  flag,
  instant,
  type Maybe,
  type FactValue,
  people,
  recordOf,
  recordsOf,
  reference,
  text,
  textValue,
  word,
} from './fact.ts'

/** Who wrote to whom, when, and how far it got. The envelope names people that the short fields give as addresses. */
export function emailFacts(wire: WireActivity): readonly Fact[] {
  const envelope = recordOf(wire, 'envelope') ?? {}
  const from = (field: string) => people(envelope, field) ?? people(wire, field)
  return facts(
    fact('From', people(envelope, 'from') ?? people(wire, 'sender')),
    fact('To', from('to')),
    fact('Cc', from('cc')),
    fact('Bcc', from('bcc')),
    fact('Reply to', people(envelope, 'reply_to')),
    fact('Date', instant(wire, 'date_sent') ?? text(envelope, 'date')),
    fact('Direction', word(wire, 'direction', directionText)),
    fact('Status', word(wire, 'status')),
    fact('Scheduled for', instant(wire, 'date_scheduled')),
    fact('Automatic reply', flag(envelope, 'is_autoreply', 'Yes')),
    fact('Template', reference('other', wire, 'template_id', 'template_name')),
    fact('Sequence', reference('other', wire, 'sequence_id', 'sequence_name')),
    fact('Follow-up sequence', reference('other', wire, 'followup_sequence_id')),
    fact('In reply to', reference('activity', wire, 'in_reply_to_id')),
    fact('Replied to', flag(wire, 'has_reply', 'Yes')),
    fact('Failed', failures(wire)),
  )
}

/** The last attempt to send that went wrong. */
function failures(wire: WireActivity): Maybe<FactValue> {
  const last = recordsOf(wire, 'send_attempts').at(-1)
  if (last === undefined) return null
  const words = [lineOf(last, 'error_message'), lineOf(last, 'error_class')].filter((part) => part !== null)
  return textValue(words.join(' · ') || null)
}

export interface Opening {
  readonly at: string | null
  readonly by: string | null
}

/** Each time that somebody opened the email, as far as Close could tell. */
export function openingsOf(wire: WireActivity): readonly Opening[] {
  return recordsOf(wire, 'opens').map((opening) => ({
    at: lineOf(opening, 'opened_at'),
    by: lineOf(opening, 'opened_by'),
  }))
}

/** Where an email stands in its conversation, counted from the oldest. */
export interface ThreadPosition {
  readonly number: number
  readonly count: number
  /** The messages before and after it. */
  readonly older: string | null
  readonly newer: string | null
}

/** `messages` is newest first; null when the email is not among them. */
export function threadPosition(messages: readonly { readonly id: string | null }[], id: string): ThreadPosition | null {
  const place = messages.findIndex((message) => message.id === id)
  if (place < 0) return null
  return {
    number: messages.length - place,
    count: messages.length,
    older: messages[place + 1]?.id ?? null,
    newer: messages[place - 1]?.id ?? null,
  }
}

/** A message's state where it is none of the ordinary two. */
export function stateText(status: string | null): string | null {
  return status === null || status === 'inbox' || status === 'sent' ? null : sentenceCase(status)
}
