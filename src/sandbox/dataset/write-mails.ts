import { INCOMING } from './variants.ts'
import { EMAIL, CREATED, NOTE, THREAD } from '#sandbox/store/kinds.ts'
import { DAY, HOUR, type Micros, MINUTE, SECOND } from '#sandbox/time.ts'
import { benignLead } from './benign/benign-mails.ts'
import { hostileLead } from './hostile/hostile-mails.ts'
import { CONTACT_STRIDE, type Lead } from './leads.ts'
import { owners } from './organization.ts'
import type { WrittenLead, WrittenMail } from './written.ts'
import type { Writer } from './writer.ts'

/** What is said where, by row. */
export interface WrittenRows {
  readonly mails: ReadonlyMap<number, WrittenMail>
  /** Subjects of conversations. */
  readonly subjects: ReadonlyMap<number, string>
}

const contents: readonly WrittenLead[] = [hostileLead, benignLead]

/** Below this size the written mails would be most of what there is. */
const SMALLEST = 4000

/** The leads of the written mails; they come after all others. None in a small sandbox. */
export function writtenLeads(size: number, end: Micros): readonly Lead[] {
  if (size < SMALLEST) return []
  return contents.map(({ name, domain }, i) => ({
    name,
    domain: `${domain}.example`,
    region: 'uk',
    city: 'Bristol',
    owner: owners[i + 1] ?? 1,
    contacts: 2,
    created: end - 90 * DAY + 9 * HOUR,
    status: 1,
    imported: 0,
  }))
}

/** Writes their conversations, one message every ten minutes, and their notes. `leads` begin with number `first`. */
export function writeMails(writer: Writer, leads: readonly Lead[], first: number): WrittenRows {
  const mails = new Map<number, WrittenMail>()
  const subjects = new Map<number, string>()
  leads.forEach((lead, i) => {
    const content = contents[i]
    if (content === undefined) return
    const facts = { lead: first + i, contact: (first + i) * CONTACT_STRIDE, user: lead.owner }
    writer.add(CREATED, lead.created, { lead: first + i, user: lead.owner })
    let at = Math.floor((writer.end - 60 * DAY) / DAY) * DAY + 8 * HOUR + i * SECOND
    for (const { subject, mails: messages } of content.threads) {
      const thread = writer.add(THREAD, at, {
        ...facts,
        extra: messages.length,
        activityAt: at + messages.length * 10 * MINUTE,
      })
      subjects.set(thread, subject)
      for (const message of messages)
        mails.set(writer.add(EMAIL, (at += 10 * MINUTE), { ...facts, variant: INCOMING, extra: thread }), message)
      at += HOUR
    }
    for (const note of content.notes) mails.set(writer.add(NOTE, (at += HOUR), facts), note)
  })
  return { mails, subjects }
}
