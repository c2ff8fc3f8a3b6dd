import { type Random, randomOf } from '#sandbox/random.ts'
import { CALL, CREATED, EMAIL, IMPORT, LEAD_MERGE, MEETING, NOTE, SMS, THREAD, UNKNOWN } from '#sandbox/store/kinds.ts'
import { DAY, HOUR, type Micros, MINUTE, SECOND } from '#sandbox/time.ts'
import { dayWeight } from './calendar.ts'
import { CONTACT_STRIDE, LARGE_LEAD, type Lead } from './leads.ts'
import { oddTexts } from './odd-texts.ts'
import { activeUsers } from './organization.ts'
import { IMPORTED_NOTE, INCOMING, MISSED, ODD_TEXT, SCHEDULED } from './variants.ts'
import type { Writer } from './writer.ts'

interface Stage {
  readonly writer: Writer
  readonly seed: number
  readonly leads: readonly Lead[]
  readonly size: number
}

/** Rows that do not follow from daily work with one lead, at most about an eighth of `size`. */
export function writeSpecials(stage: Stage): void {
  const random = randomOf(stage.seed, 31, 0)
  writeCreations(stage, random)
  writeImportUpdates(stage, random)
  writeMerges(stage, random)
  writeRowsWithoutLead(stage, random)
  writeFutureMeetings(stage, random)
  writeScheduledEmails(stage, random)
  writeOddities(stage, random)
}

/** Each lead that came within the 24 months has its creation; imported ones share theirs to the microsecond. */
function writeCreations({ writer, leads }: Stage, random: Random): void {
  leads.forEach((lead, number) => {
    if (lead.created < writer.start) return
    const user = lead.imported > 0 ? 0 : random.chance(0.3) ? -1 : writer.userAt(random, lead, lead.created)
    writer.add(CREATED, lead.created, { lead: number, user, extra: lead.imported })
  })
}

/** Imports touch a few dozen leads at one moment. */
function writeImportUpdates({ writer, leads, size }: Stage, random: Random): void {
  const batches = Math.max(1, Math.round(size / 12_500))
  for (let batch = 0; batch < batches; batch++) {
    const at = someMoment(writer, random)
    const count = Math.min(leads.length, 8 + random.below(40), Math.ceil(size / 60))
    const first = random.below(leads.length)
    for (let i = 0; i < count; i++) {
      const lead = (first + i * 7) % leads.length
      writer.add(IMPORT, at, { lead, user: batch % activeUsers, extra: 100 + batch })
    }
  }
}

function writeMerges({ writer, leads, size }: Stage, random: Random): void {
  const count = Math.max(2, Math.round(size / 2500))
  for (let i = 0; i < count; i++) {
    const lead = random.below(leads.length)
    writer.add(LEAD_MERGE, someMoment(writer, random), { lead, user: random.below(activeUsers), extra: 200_000 + i })
  }
}

/** Missed calls and messages from numbers that no lead has. */
function writeRowsWithoutLead({ writer, size }: Stage, random: Random): void {
  const count = Math.max(6, Math.round(size / 400))
  for (let i = 0; i < count; i++) {
    const missed = i % 5 < 4
    writer.add(missed ? CALL : SMS, someMoment(writer, random), { variant: missed ? INCOMING | MISSED : INCOMING })
  }
}

function writeFutureMeetings({ writer, leads, size }: Stage, random: Random): void {
  const count = Math.max(4, Math.round(size / 40_000))
  for (let i = 0; i < count; i++) {
    const number = i === 0 ? LARGE_LEAD : random.below(leads.length)
    const lead = leads[number]
    if (lead === undefined) continue
    const at =
      workingDayAfter(Math.floor(writer.end / DAY) + 2 + random.below(20)) * DAY + random.between(17, 31) * 30 * MINUTE
    writer.add(MEETING, at, {
      lead: number,
      contact: number * CONTACT_STRIDE,
      user: writer.userAt(random, lead, writer.end),
      extra: 1,
    })
  }
}

function workingDayAfter(day: number): number {
  return dayWeight(day) > 0.1 ? day : workingDayAfter(day + 1)
}

/** Emails that wait to be sent: each is alone in its thread and has no activity time. */
function writeScheduledEmails({ writer, leads, size }: Stage, random: Random): void {
  const count = Math.max(2, Math.round(size / 12_500))
  for (let i = 0; i < count; i++) {
    const number = random.below(leads.length)
    const lead = leads[number]
    if (lead === undefined) continue
    const at = writer.end - random.below(2 * DAY) - 1
    const facts = {
      lead: number,
      contact: number * CONTACT_STRIDE,
      user: writer.userAt(random, lead, at),
      activityAt: NaN,
    }
    const thread = writer.add(THREAD, at, { ...facts, extra: 1 })
    writer.add(EMAIL, at, { ...facts, extra: thread, variant: SCHEDULED })
  }
}

/** Odd texts in notes, a type that nobody documents, and notes of the large lead brought over in one moment. */
function writeOddities({ writer, leads, size }: Stage, random: Random): void {
  oddTexts.forEach((_, i) => {
    const lead = i % 3 === 0 ? LARGE_LEAD : i % leads.length
    writer.add(NOTE, someMoment(writer, random), {
      lead,
      contact: lead * CONTACT_STRIDE,
      user: 0,
      variant: ODD_TEXT + i,
    })
  })
  for (let i = 0; i < 3; i++) {
    const lead = i === 0 ? LARGE_LEAD : random.below(leads.length)
    writer.add(UNKNOWN, someMoment(writer, random), { lead, contact: lead * CONTACT_STRIDE, user: 0 })
  }
  for (let i = 0; i < tiedNotes(size); i++) {
    writer.add(NOTE, tiedMoment(writer), { lead: LARGE_LEAD, contact: LARGE_LEAD, user: 0, variant: IMPORTED_NOTE })
  }
}

/** When the large lead's old notes were brought over: one timestamp, to the microsecond. */
export function tiedMoment({ end }: { readonly end: Micros }): Micros {
  return Math.floor((end - 212 * DAY) / DAY) * DAY + 7 * HOUR + 41 * MINUTE + 22 * SECOND + 348_117
}

export function tiedNotes(size: number): number {
  return Math.min(250, Math.floor(size / 80))
}

function someMoment(writer: Writer, random: Random): Micros {
  return writer.calendar.pick(random, writer.start, writer.end, 0)
}
