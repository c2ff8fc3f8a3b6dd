/** One person as an activity names them. */
import { plainText } from '#core/activity/plain-text.ts'
import { isRecord } from '#core/activity/read.ts'

export interface Person {
  /** Empty when only the address is known. */
  readonly name: string
  /** Empty when only the name is known. */
  readonly email: string
}

const nameAndAddress = /^\s*"?([^"<]*)"?\s*<([^<>\s]+)>\s*$/

/** Reads `Name <address>`, an address, or `{ name, email }`; null when it names nobody. */
export function personOf(item: unknown): Person | null {
  if (typeof item === 'string') return personOfText(item)
  if (!isRecord(item)) return null
  const { name, email } = item
  const person = {
    name: typeof name === 'string' ? plainText(name) : '',
    email: typeof email === 'string' ? plainText(email) : '',
  }
  return person.name === '' && person.email === '' ? null : person
}

function personOfText(text: string): Person | null {
  const line = plainText(text)
  const found = nameAndAddress.exec(line)
  if (found) return { name: (found[1] ?? '').trim(), email: found[2] ?? '' }
  if (line === '') return null
  return line.includes('@') ? { name: '', email: line } : { name: line, email: '' }
}

/** The name, or the address of somebody without one. */
export function shortName({ name, email }: Person): string {
  return name === '' ? email : name
}
