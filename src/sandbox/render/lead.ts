import { regions } from '#sandbox/dataset/company-pools.ts'
import { CONTACT_STRIDE } from '#sandbox/dataset/leads.ts'
import { leadStatuses } from '#sandbox/dataset/settings.ts'
import { LEAD_STATUS_IDS } from '#sandbox/id-spaces.ts'
import { formatMoment } from '#sandbox/time.ts'
import type { World } from '#sandbox/world.ts'
import { nameOfUser, organizationId, type Wire } from './common.ts'

export function leadNumber(world: World, id: string): number | null {
  const lead = world.ids.decode('lead', id)
  return lead !== null && lead < world.leads.length ? lead : null
}

export function contactNumber(world: World, id: string): number | null {
  const contact = world.ids.decode('cont', id)
  return contact !== null && world.contact(contact) !== undefined ? contact : null
}

export function contactsOf(world: World, lead: number): number[] {
  return Array.from({ length: world.leads[lead]?.contacts ?? 0 }, (_, place) => lead * CONTACT_STRIDE + place)
}

export function renderLead(world: World, number: number): Wire {
  const lead = world.leads[number]
  if (lead === undefined) return {}
  const { ids } = world
  const contacts = contactsOf(world, number)
  const created = formatMoment(lead.created)
  const owner = ids.encode('user', lead.owner)
  return {
    id: ids.encode('lead', number),
    // A lead may have no name of its own; display_name always has one.
    name: number % 97 === 96 ? null : lead.name,
    display_name: lead.name,
    status_id: ids.encode('stat', LEAD_STATUS_IDS + lead.status),
    status_label: leadStatuses[lead.status],
    description: '',
    url: `https://www.${lead.domain}`,
    html_url: `https://app.close.com/lead/${ids.encode('lead', number)}/`,
    organization_id: organizationId(world),
    contacts: contacts.map((contact) => renderContact(world, contact)),
    contact_ids: contacts.map((contact) => ids.encode('cont', contact)),
    opportunities: [],
    tasks: [],
    addresses: [
      {
        label: 'business',
        address_1: '',
        address_2: '',
        city: lead.city,
        state: '',
        zipcode: '',
        country: regions[lead.region].country,
      },
    ],
    [`custom.${ids.encode('cf', 900)}`]: owner,
    created_by: owner,
    created_by_name: nameOfUser(lead.owner),
    updated_by: owner,
    updated_by_name: nameOfUser(lead.owner),
    date_created: created,
    date_updated: created,
    integration_links: [],
  }
}

export function renderContact(world: World, number: number): Wire {
  const contact = world.contact(number)
  const lead = Math.floor(number / CONTACT_STRIDE)
  if (contact === undefined) return {}
  const name = `${contact.first} ${contact.last}`
  const created = formatMoment(world.leads[lead]?.created ?? world.end)
  const owner = world.ids.encode('user', world.leads[lead]?.owner ?? 0)
  return {
    id: world.ids.encode('cont', number),
    lead_id: world.ids.encode('lead', lead),
    organization_id: organizationId(world),
    name: number % 331 === 330 ? null : name,
    display_name: name,
    title: contact.title,
    emails: [{ email: contact.email, type: 'office', is_unsubscribed: false }],
    phones: [
      {
        phone: contact.phone.number,
        phone_formatted: contact.phone.formatted,
        type: 'office',
        country: contact.phone.country,
      },
    ],
    urls: [],
    timezone: null,
    integration_links: [],
    created_by: owner,
    updated_by: owner,
    date_created: created,
    date_updated: created,
  }
}
