import { type Contact, createContact } from '#sandbox/dataset/contacts.ts'
import type { Calendar } from '#sandbox/dataset/calendar.ts'
import { generate } from '#sandbox/dataset/generate.ts'
import { createLeads, type Lead } from '#sandbox/dataset/leads.ts'
import { type WrittenRows, writtenLeads } from '#sandbox/dataset/write-mails.ts'
import { createIds, type Ids } from './ids.ts'
import { mix, type Random, randomOf } from './random.ts'
import { Store } from '#sandbox/store/store.ts'
import { DAY, type Micros } from './time.ts'

/** Everything that a seed, a size and a beginning make: the people, the companies, the activities. */
export interface World {
  readonly seed: number
  readonly size: number
  /** When the sandbox was started. */
  readonly start: Micros
  /** The midnight (UTC) that ends the 24 months: two sandboxes started on one day agree about everything before it. */
  readonly end: Micros
  readonly ids: Ids
  readonly leads: readonly Lead[]
  readonly store: Store
  readonly calendar: Calendar
  /** The row of the longest conversation. */
  readonly longThread: number
  /** What was written for a purpose: the hostile and the benign mail. */
  readonly written: WrittenRows
  contact(number: number): Contact | undefined
  /** The numbers that an activity's texts and figures are drawn from. */
  randomOf(row: number): Random
}

export function createWorld(seed: number, size: number, start: Micros): World {
  const end = Math.floor(start / DAY) * DAY
  const drawn = createLeads(seed, leadCount(size), end)
  const forMails = writtenLeads(size, end)
  const leads = [...drawn, ...forMails]
  const { columns, calendar, longThread, written } = generate(seed, size, drawn, end, forMails)
  const contacts = new Map<number, Contact | undefined>()
  return {
    seed,
    size,
    start,
    end,
    leads,
    calendar,
    longThread,
    written,
    ids: createIds(mix(seed, 7)),
    store: new Store(columns, leads.length),
    contact(number) {
      if (!contacts.has(number)) contacts.set(number, createContact(seed, leads, number))
      return contacts.get(number)
    },
    randomOf: (row) => randomOf(seed, 61, row),
  }
}

/** 3,000 leads for 250,000 activities, fewer for less. */
function leadCount(size: number): number {
  return Math.max(60, Math.min(3000, Math.round(size / 80)))
}
