/** Close's words as a person reads them. */

const dispositions: Readonly<Record<string, string>> = {
  answered: 'Answered',
  'no-answer': 'No answer',
  'vm-answer': 'Voicemail answered',
  'vm-left': 'Voicemail left',
}

const directions: Readonly<Record<string, string>> = {
  inbound: 'Incoming',
  incoming: 'Incoming',
  outbound: 'Outgoing',
  outgoing: 'Outgoing',
}

/** "in-progress" as "In progress". */
export function sentenceCase(word: string): string {
  const spaced = word.replace(/[-_]+/g, ' ').trim()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

/** How a call ended: "vm-left" as "Voicemail left". */
export function dispositionText(word: string): string {
  return Object.hasOwn(dispositions, word) ? (dispositions[word] ?? word) : sentenceCase(word)
}

/** Calls and SMS say inbound and outbound, emails and WhatsApp incoming and outgoing; both are one thing to a reader. */
export function directionText(word: string): string {
  return Object.hasOwn(directions, word) ? (directions[word] ?? word) : sentenceCase(word)
}

/** "7:11", "1:07:11": for columns. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

/** "7 min 11 s", "1 h 7 min": for sentences. */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`
  const rest = whole % 60
  if (minutes === 0) return `${rest} s`
  return rest > 0 ? `${minutes} min ${rest} s` : `${minutes} min`
}
