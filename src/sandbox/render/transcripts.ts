import { INCOMING } from '#sandbox/dataset/variants.ts'
import type { Random } from '#sandbox/random.ts'
import { fill } from '#sandbox/texts/fill.ts'
import { topics } from '#sandbox/texts/emails.ts'
import { escapeHtml, nameOfUser, slotsOf, type Subject, type Wire } from './common.ts'

/** What was said in a call or a meeting. */
export function transcriptOf(s: Subject, name: string): Wire {
  const random = s.world.randomOf(s.row ^ 0x40000000)
  const sides = [
    { label: nameOfUser(s.userNumber) ?? 'Harbourline', side: 'close-user' },
    { label: s.contact === undefined ? 'Caller' : `${s.contact.first} ${s.contact.last}`, side: 'contact' },
  ]
  const utterances = conversation(random, s).map((text, i) => {
    const speaker = sides[i % 2]
    return { speaker_label: speaker?.label, speaker_side: speaker?.side, start: i * 9.5, end: i * 9.5 + 8.25, text }
  })
  const summary = fill(
    '{contact} described how {place} is planned today. Agreed to speak again on {day}.',
    random,
    slotsOf(s),
  )
  return {
    id: `${name}_${s.world.ids.encode('media', s.row).slice('media_'.length)}`,
    has_speaker_labels: true,
    speakers: sides.map(({ label, side }, i) => ({
      speaker_label: label,
      speaker_side: side,
      talk_time: utterances.filter((_, u) => u % 2 === i).length * 8.25,
      talk_percentage: 50,
    })),
    utterances,
    summary_text: summary,
    summary_html: `<p>${escapeHtml(summary)}</p>`,
  }
}

function conversation(random: Random, s: Subject): string[] {
  const topic = random.pick(topics)
  const slots = slotsOf(s)
  const opening =
    (s.variant & INCOMING) === 0
      ? `Hello, this is ${nameOfUser(s.userNumber) ?? 'Harbourline'}.`
      : 'Hello, Harbourline, how can I help?'
  const lines = [opening, fill(random.pick(topic.theirs), random, slots), fill(random.pick(topic.ours), random, slots)]
  return [
    ...lines,
    fill(random.pick(topic.theirs), random, slots),
    fill(random.pick(topic.ours), random, slots),
    'Thank you, goodbye.',
  ]
}
