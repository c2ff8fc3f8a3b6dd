import { type Contact, createPhone, type Phone } from '#sandbox/dataset/contacts.ts'
import { CONTACT_STRIDE, type Lead } from '#sandbox/dataset/leads.ts'
import { activeUsers, fullName, type User, users } from '#sandbox/dataset/organization.ts'
import type { Random } from '#sandbox/random.ts'
import { kinds } from '#sandbox/store/kinds.ts'
import type { Slots } from '#sandbox/texts/fill.ts'
import { formatMoment, type Micros, SECOND } from '#sandbox/time.ts'
import type { World } from '#sandbox/world.ts'

/** An object of the API. */
export type Wire = Record<string, unknown>

/** One row with what belongs to it, ready to be drawn. */
export interface Subject {
  readonly world: World
  readonly row: number
  readonly random: Random
  readonly created: Micros
  readonly activityAt: Micros
  readonly variant: number
  readonly extra: number
  readonly userNumber: number
  readonly leadNumber: number
  readonly contactNumber: number
  readonly user: User | undefined
  readonly lead: Lead | undefined
  readonly contact: Contact | undefined
}

export function subjectOf(world: World, row: number): Subject {
  const c = world.store.columns
  const userNumber = c.user[row] ?? -1
  const leadNumber = c.lead[row] ?? -1
  const contactNumber = c.contact[row] ?? -1
  return {
    world,
    row,
    userNumber,
    leadNumber,
    contactNumber,
    random: world.randomOf(row),
    created: c.created[row] ?? 0,
    activityAt: c.activityAt[row] ?? NaN,
    variant: c.variant[row] ?? 0,
    extra: c.extra[row] ?? 0,
    user: users[userNumber],
    lead: world.leads[leadNumber],
    contact: contactNumber < 0 ? undefined : world.contact(contactNumber),
  }
}

/**
 * Adds keys to an object that nobody else holds yet. A literal that begins with a spread would say the same, but grows key by key:
 * some forty times slower for objects of this size.
 */
export function extend(base: Wire, ...parts: readonly (Wire | false | null)[]): Wire {
  return Object.assign(base, ...parts)
}

/** What every activity has. `actor` is who made it: its user, or nobody for what came by itself. */
export function common(s: Subject, actor: number = s.userNumber): Wire {
  const { ids, store } = s.world
  const actorId = actor < 0 ? null : ids.encode('user', actor)
  const actorName = nameOfUser(actor)
  const updated = s.created + (s.row % 3 === 0 ? 0 : 1 + (s.row % 977)) * (SECOND / 4)
  return {
    _type: kinds[store.columns.kind[s.row] ?? 0],
    id: ids.encode('acti', s.row),
    organization_id: organizationId(s.world),
    lead_id: s.leadNumber < 0 ? null : ids.encode('lead', s.leadNumber),
    contact_id: s.contactNumber < 0 ? null : ids.encode('cont', s.contactNumber),
    user_id: s.userNumber < 0 ? null : ids.encode('user', s.userNumber),
    user_name: nameOfUser(s.userNumber),
    users: [],
    created_by: actorId,
    created_by_name: actorName,
    updated_by: actorId,
    updated_by_name: actorName,
    date_created: formatMoment(s.created),
    date_updated: formatMoment(updated),
    activity_at: Number.isNaN(s.activityAt) ? null : formatMoment(s.activityAt),
  }
}

export function organizationId(world: World): string {
  return world.ids.encode('orga', 0)
}

export function nameOfUser(user: number): string | null {
  const found = users[user]
  return found === undefined ? null : fullName(found)
}

/** What a text about this activity may name: its contact, else the lead's first one; a colleague who is not its user. */
export function slotsOf(s: Subject): Slots {
  const contact = s.contact ?? (s.leadNumber < 0 ? undefined : s.world.contact(s.leadNumber * CONTACT_STRIDE))
  const number = (s.row * 7 + 3) % activeUsers
  const colleague = users[number === s.userNumber ? (number + 1) % activeUsers : number]
  return {
    company: s.lead?.name ?? 'the company',
    contact: contact?.first ?? 'the caller',
    colleague: colleague?.first ?? 'Ines',
  }
}

/** The number at our end: each user has one. */
export function ownPhone(s: Subject): Phone {
  return phoneOfUser(s.userNumber < 0 ? 30 : s.userNumber)
}

export function phoneOfUser(user: number): Phone {
  const two = String(user).padStart(2, '0')
  return { number: `+120255501${two}`, formatted: `+1 202-555-01${two}`, country: 'US' }
}

/** The number at the other end: the contact's, or that of somebody unknown. */
export function otherPhone(s: Subject): Phone {
  return s.contact?.phone ?? createPhone(s.lead?.region ?? 'us', s.random)
}

/** The keys of a sequence that an activity may belong to; most belong to none. */
export function sequenceKeys(s: Subject, names: readonly string[], probability: number): Wire {
  if (!s.random.chance(probability)) return { sequence_id: null, sequence_name: null, sequence_subscription_id: null }
  const index = s.random.below(names.length)
  return {
    sequence_id: s.world.ids.encode('seq', index),
    sequence_name: names[index] ?? null,
    sequence_subscription_id: s.world.ids.encode('sub', s.row),
  }
}

/** A text as Close turns it into markup. */
export function paragraphs(text: string): string {
  return `<body>${text
    .split('\n')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('')}</body>`
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
