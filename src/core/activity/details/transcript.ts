/** What was said, by whom and when. */
import type { WireActivity } from '#core/close/wire.ts'
import { isRecord, itemsOf, lineOf, numberOf } from '#core/activity/read.ts'
import { wholeText } from './fact.ts'

export interface Utterance {
  /** Who spoke: a name, a side, or a label. */
  readonly speaker: string
  readonly side: 'ours' | 'theirs' | 'machine' | null
  /** Seconds from the beginning; null when not known. */
  readonly start: number | null
  readonly text: string
}

export interface Transcript {
  readonly summary: string | null
  readonly utterances: readonly Utterance[]
}

const sides = new Map<unknown, Utterance['side']>([
  ['close-user', 'ours'],
  ['contact', 'theirs'],
  ['voice-agent', 'machine'],
])
const sideNames = { ours: 'User', theirs: 'Contact', machine: 'Voice agent' } as const

/** Reads a transcript; null when there is none, or nothing was said. */
export function transcriptOf(value: unknown): Transcript | null {
  if (!isRecord(value)) return null
  const utterances = itemsOf(value, 'utterances').filter(isRecord).flatMap(utteranceOf)
  const summary = wholeText(value['summary_text'])
  return utterances.length === 0 && summary === null ? null : { summary, utterances }
}

/** Every transcript in some fields of an activity; a field holds one or a list of them. */
export function transcriptsIn(wire: WireActivity, fields: readonly string[]): readonly Transcript[] {
  return fields.flatMap((field) => itemsOf(wire, field).map(transcriptOf)).filter((transcript) => transcript !== null)
}

function utteranceOf(value: WireActivity): Utterance[] {
  const words = wholeText(value['text'])
  if (words === null) return []
  const side = sides.get(value['speaker_side']) ?? null
  const speaker = lineOf(value, 'speaker_label') ?? (side === null ? 'Speaker' : sideNames[side])
  return [{ speaker, side, start: numberOf(value, 'start'), text: words }]
}
