/** Close's words as a person reads them. */
import { numberText } from './format.ts'

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

/** Digits as a locale writes them; in a file, and in what is kept of a row, as everywhere. */
function digitsOf(locale: string | undefined): (value: number) => string {
  return locale === undefined ? String : (value) => numberText(value, locale)
}

/** "7:11", "1:07:11": for columns. */
export function clockText(seconds: number, locale?: string): string {
  const whole = Math.max(0, Math.round(seconds))
  const number = digitsOf(locale)
  const two = (value: number) => number(value).padStart(2, number(0))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  return hours > 0 ? `${number(hours)}:${two(minutes)}:${two(whole % 60)}` : `${number(minutes)}:${two(whole % 60)}`
}

/** "7 min 11 s", "1 h 7 min": for sentences. */
export function durationText(seconds: number, locale?: string): string {
  const whole = Math.max(0, Math.round(seconds))
  const number = digitsOf(locale)
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  if (hours > 0) return minutes > 0 ? `${number(hours)} h ${number(minutes)} min` : `${number(hours)} h`
  const rest = whole % 60
  if (minutes === 0) return `${number(rest)} s`
  return rest > 0 ? `${number(minutes)} min ${number(rest)} s` : `${number(minutes)} min`
}
