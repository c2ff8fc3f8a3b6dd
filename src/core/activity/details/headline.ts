import type { WireActivity } from '#core/close/wire.ts'
import { lineOf, numberOf } from '#core/activity/read.ts'
import { dispositionText, durationText, sentenceCase } from '#core/activity/wording.ts'
import { wholeText } from './fact.ts'

const headlines: Readonly<Record<string, (wire: WireActivity) => string | null>> = {
  Call: callHeadline,
  Email: (wire) => lineOf(wire, 'subject') ?? '(no subject)',
  EmailThread: (wire) => lineOf(wire, 'latest_normalized_subject') ?? '(no subject)',
  Note: (wire) => lineOf(wire, 'title'),
  Meeting: (wire) => lineOf(wire, 'title'),
  TaskCompleted: (wire) => wholeText(wire['task_text']),
  FormSubmission: (wire) => lineOf(wire, 'form_name'),
}

/** What the activity is about, where it has a name of its own; null where its facts say it all. */
export function headlineOf(wire: WireActivity): string | null {
  const type = lineOf(wire, '_type') ?? ''
  return Object.hasOwn(headlines, type) ? (headlines[type]?.(wire) ?? null) : null
}

function callHeadline(wire: WireActivity): string | null {
  const disposition = lineOf(wire, 'disposition')
  const status = lineOf(wire, 'status')
  const end = disposition === null ? (status === null ? null : sentenceCase(status)) : dispositionText(disposition)
  const seconds = numberOf(wire, 'duration')
  return seconds !== null && seconds > 0 ? `${end ?? 'Call'}, ${durationText(seconds)}` : end
}
