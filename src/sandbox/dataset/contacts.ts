import { type Random, randomOf } from '#sandbox/random.ts'
import { regions } from './company-pools.ts'
import { CONTACT_STRIDE, type Lead } from './leads.ts'
import { plain } from './organization.ts'
import { jobTitles, namePools, type NonEmptyTexts, type Region } from './people-pools.ts'

export interface Contact {
  readonly first: string
  readonly last: string
  readonly title: string | null
  readonly email: string
  readonly phone: Phone
}

export interface Phone {
  readonly number: string
  readonly formatted: string
  readonly country: string
}

/** A contact by number; the same each time. */
export function createContact(seed: number, leads: readonly Lead[], contact: number): Contact | undefined {
  const lead = leads[Math.floor(contact / CONTACT_STRIDE)]
  if (lead === undefined || contact % CONTACT_STRIDE >= lead.contacts) return undefined
  const random = randomOf(seed, 23, contact)
  const pool = namePools[lead.region]
  const first = random.pick(pool.first)
  const last = pickAlike(random, pool.last, first)
  const local = `${plain(first)}${plain(last) === '' ? '' : '.'}${plain(last)}`.replace(/^\.?$/, `kontakt${contact}`)
  return {
    first,
    last,
    title: random.chance(0.12) ? null : random.pick(jobTitles),
    email: `${local}@${lead.domain}`,
    phone: createPhone(lead.region, random),
  }
}

/** A last name in the script of the first name. */
function pickAlike(random: Random, names: NonEmptyTexts, first: string): string {
  const alike = names.filter((name) => isLatin(name) === isLatin(first))
  return alike[random.below(alike.length)] ?? random.pick(names)
}

function isLatin(name: string): boolean {
  return /^\p{Script=Latin}/u.test(name)
}

const areas = ['202', '312', '415', '617', '713', '206', '303', '912'] as const

/** A telephone number out of the ranges that are kept free for fiction, where there is one. */
export function createPhone(region: Region, random: Random): Phone {
  const country = regions[region].country
  const two = String(random.below(100)).padStart(2, '0')
  const three = String(random.below(1000)).padStart(3, '0')
  if (region === 'uk') return phone(country, `+44 20 7946 0${three}`)
  if (region === 'france') return phone(country, `+33 1 99 00 ${three.slice(0, 2)} ${two}`)
  if (region === 'germany') return phone(country, `+49 30 23125 ${three}`)
  if (region === 'nordics') return phone(country, `+46 8 465 004 ${two}`)
  return phone('US', `+1 ${random.pick(areas)}-555-01${two}`)
}

function phone(country: string, formatted: string): Phone {
  return { number: formatted.replaceAll(/[ -]/g, ''), formatted, country }
}
