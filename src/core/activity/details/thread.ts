/** An email conversation as Close gives it: complete messages in a thread by itself, previews in lists. */
import type { WireActivity } from '#core/close/wire.ts'
import { idOf, lineOf, numberOf } from '#core/activity/read.ts'
import { compareTimestamps, parseTimestamp } from '#core/query/timestamp.ts'
import { type Fact, fact, facts, number, people, recordOf, recordsOf, text, word } from './fact.ts'
import { type Person, personOf } from './person.ts'

export interface ThreadMessage {
  readonly id: string | null
  readonly from: Person | null
  readonly preview: string | null
  readonly status: string | null
  readonly direction: string | null
  /** When it was sent, or else when Close learned of it; as sent. */
  readonly at: string | null
  readonly hasAttachments: boolean
  readonly wire: WireActivity
}

export function threadFacts(wire: WireActivity): readonly Fact[] {
  const summary = recordOf(wire, 'summary') ?? {}
  const importance = recordOf(wire, 'importance') ?? {}
  return facts(
    fact('Messages', number(wire, 'n_emails')),
    fact('Participants', people(wire, 'participants')),
    fact('Importance', word(importance, 'type')),
    fact('Summary', text(summary, 'summary_text')),
  )
}

/** The messages a thread carries, in either shape, newest first. */
export function messagesOf(wire: WireActivity): readonly ThreadMessage[] {
  const emails = recordsOf(wire, 'emails')
  const previews = emails.length > 0 ? emails : recordsOf(wire, 'latest_emails')
  return previews.map(messageOf).toSorted(newestFirst)
}

/** Messages that the thread counts and does not carry. */
export function missingMessages(wire: WireActivity): number {
  return Math.max(0, (numberOf(wire, 'n_emails') ?? 0) - messagesOf(wire).length)
}

function messageOf(wire: WireActivity): ThreadMessage {
  const envelope = recordOf(wire, 'envelope')
  return {
    id: idOf(wire, 'id'),
    from: personOf(recordsOf(envelope ?? {}, 'from')[0]) ?? personOf(wire['sender']),
    preview: lineOf(wire, 'body_preview'),
    status: lineOf(wire, 'status'),
    direction: lineOf(wire, 'direction'),
    at: lineOf(wire, 'date_sent') ?? lineOf(wire, 'activity_at') ?? lineOf(wire, 'date_created'),
    hasAttachments: wire['has_attachments'] === true || recordsOf(wire, 'attachments').length > 0,
    wire,
  }
}

/** A message without a readable date keeps to the end. */
function newestFirst(a: ThreadMessage, b: ThreadMessage): number {
  const [at, bt] = [parseTimestamp(a.at ?? ''), parseTimestamp(b.at ?? '')]
  if (at === null || bt === null) return Number(at === null) - Number(bt === null)
  return compareTimestamps(bt, at)
}
