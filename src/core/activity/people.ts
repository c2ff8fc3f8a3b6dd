/** Who took part: senders and recipients of an email, participants of a thread, attendees of a meeting. */
import type { WireActivity } from '#core/close/wire.ts'
import { plainText } from './plain-text.ts'
import { isRecord, itemsOf } from './read.ts'

const fields = ['sender', 'to', 'cc', 'participants', 'attendees'] as const

export const participantFields: readonly string[] = fields

/** "Name <address>", or whichever of the two there is. */
function personText(item: unknown): string | null {
  if (typeof item === 'string') return plainText(item) || null
  if (!isRecord(item)) return null
  const name = typeof item['name'] === 'string' ? plainText(item['name']) : ''
  const email = typeof item['email'] === 'string' ? plainText(item['email']) : ''
  if (name && email) return `${name} <${email}>`
  return name || email || null
}

/** Null when the activity has no such field with anyone in it. */
export function participantsOf(wire: WireActivity): readonly string[] | null {
  let people: string[] | null = null
  for (const field of fields) {
    for (const item of itemsOf(wire, field)) {
      const person = personText(item)
      if (person !== null && !people?.includes(person)) people = [...(people ?? []), person]
    }
  }
  return people
}

/** The name of "Name <address>"; the address when there is no name. */
export function nameIn(person: string): string {
  return /^(.*\S)\s*<[^<>]*>$/.exec(person)?.[1] ?? person
}

/** "Ana Quist, Bo Lind +2": who took part, as short as a cell. */
export function shortParticipants(people: readonly string[], most = 2): string {
  const names = people.slice(0, most).map(nameIn).join(', ')
  return people.length > most ? `${names} +${people.length - most}` : names
}
