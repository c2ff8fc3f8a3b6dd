import { fullName } from '#sandbox/dataset/organization.ts'
import { INCOMING } from '#sandbox/dataset/variants.ts'
import { mix, Random } from '#sandbox/random.ts'
import {
  anyOurs,
  anyTheirs,
  closings,
  fillers,
  foreignGreetings,
  greetings,
  type Topic,
  topics,
} from '#sandbox/texts/emails.ts'
import { fill } from '#sandbox/texts/fill.ts'
import { formatMailDate } from '#sandbox/time.ts'
import { escapeHtml, slotsOf, type Subject, subjectOf } from './common.ts'
import { writtenMail } from './written.ts'

/** What a conversation is about; the same for each of its messages. */
export interface Conversation {
  readonly topic: Topic
  readonly subject: string
}

/** A message alone in no thread is its own conversation. */
export function conversationOf(s: Subject): Conversation {
  const key = s.extra >= 0 ? s.extra : s.row
  const random = new Random(mix(mix(s.world.seed, 0x70), key))
  const topic = random.pick(topics)
  return { topic, subject: s.world.written.subjects.get(key) ?? fill(topic.subject, random, slotsOf(s)) }
}

/** The message's place in its conversation: 0 for the first. */
export function placeOf(s: Subject): number {
  return s.extra >= 0 ? s.row - s.extra - 1 : 0
}

/** What the sender wrote, without what is quoted below. */
export function writtenText(s: Subject, { topic }: Conversation): string {
  const written = writtenMail(s)
  if (written) return written.text
  const random = new Random(mix(mix(s.world.seed, 0x71), s.row))
  const incoming = (s.variant & INCOMING) !== 0
  const slots = slotsOf(s)
  const foreign = incoming && random.chance(0.5) ? foreignGreetings[s.lead?.region ?? ''] : undefined
  const greeted = incoming ? (s.user?.first ?? 'all') : slots.contact
  const greeting = foreign?.[0] ?? fill(random.pick(greetings), random, { ...slots, contact: greeted })
  const body = bodyOf(s, topic, random).map((sentence) => fill(sentence, random, slots))
  const closing = foreign?.[1] ?? random.pick(closings)
  return [greeting, '', ...joined(body, random), '', closing, signatureOf(s, incoming)].join('\n')
}

function bodyOf(s: Subject, topic: Topic, random: Random): string[] {
  const incoming = (s.variant & INCOMING) !== 0
  if (placeOf(s) === 0 && !incoming)
    return [random.pick(topic.opening), ...(random.chance(0.3) ? [random.pick(fillers)] : [])]
  const sentences = [nextOf(incoming ? [...topic.theirs, ...anyTheirs] : [...topic.ours, ...anyOurs], s)]
  if (random.chance(0.5)) sentences.push(random.pick(fillers))
  return sentences
}

/** Goes through the sentences in turn, from another beginning in each conversation, so that a long one does not repeat itself soon. */
function nextOf(sentences: readonly string[], s: Subject): string {
  return sentences[(mix(s.world.seed, s.extra) + placeOf(s)) % sentences.length] ?? ''
}

function joined(sentences: readonly string[], random: Random): string[] {
  return random.chance(0.5)
    ? [sentences.join(' ')]
    : sentences.flatMap((sentence, i) => (i === 0 ? [sentence] : ['', sentence]))
}

function signatureOf(s: Subject, incoming: boolean): string {
  if (incoming)
    return s.contact === undefined
      ? 'Sent from my phone'
      : [`${s.contact.first} ${s.contact.last}`, s.contact.title, s.lead?.name].filter(Boolean).join('\n')
  return s.user === undefined ? 'Harbourline' : `${fullName(s.user)}\nHarbourline · planning for people who move things`
}

/** The message below the reply, with a mark before each line. Only one level: mail programs fold the rest. */
export function quotedText(s: Subject, conversation: Conversation): string | null {
  if (placeOf(s) === 0) return null
  const previous = subjectOf(s.world, s.row - 1)
  const incoming = (previous.variant & INCOMING) !== 0
  const author = incoming
    ? previous.contact === undefined
      ? 'they'
      : `${previous.contact.first} ${previous.contact.last}`
    : previous.user === undefined
      ? 'we'
      : fullName(previous.user)
  const lines = writtenText(previous, conversation)
    .split('\n')
    .map((line) => `> ${line}`)
  return [`On ${formatMailDate(previous.activityAt)}, ${author} wrote:`, ...lines].join('\n')
}

export function htmlOf(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>\n')
}
