/** What the sandbox's organization holds, asked for as another client would: the oracle of a story. */
import type { SandboxControl } from './sandbox-control.ts'

export interface Named {
  readonly id: string
  readonly name: string
}

/** A lead with at least two contacts, and a user who was active there. */
export interface LeadInUse extends Named {
  readonly contacts: readonly [Named, ...Named[]]
  readonly user: Named
}

interface WireActivity {
  readonly lead_id: string | null
  readonly contact_id: string | null
  readonly user_id: string | null
}

interface WireLead {
  readonly id: string
  readonly display_name: string
  readonly contacts: readonly { readonly id: string; readonly display_name: string }[]
}

interface WireUser {
  readonly id: string
  readonly first_name: string
  readonly last_name: string
}

/** Different leads in use, those with the newest notes first. */
export async function leadsInUse(sandbox: SandboxControl, count: 1): Promise<readonly [LeadInUse]>
export async function leadsInUse(sandbox: SandboxControl, count: 2): Promise<readonly [LeadInUse, LeadInUse]>
export async function leadsInUse(sandbox: SandboxControl, count: number): Promise<readonly LeadInUse[]> {
  const { data } = (await sandbox.get('/activity/note/?_limit=100')) as { data: readonly WireActivity[] }
  const leads = new Map<string, LeadInUse>()
  for (const { lead_id: lead, contact_id: contact, user_id: user } of data) {
    if (leads.size === count) break
    if (lead === null || contact === null || user === null || leads.has(lead)) continue
    const found = (await sandbox.get(`/lead/${lead}/`)) as WireLead
    const contacts = found.contacts.map(({ id, display_name: name }) => ({ id, name }))
    const { first_name: first, last_name: last } = (await sandbox.get(`/user/${user}/`)) as WireUser
    leads.set(lead, {
      id: lead,
      name: found.display_name,
      contacts: contacts as [Named, ...Named[]],
      user: { id: user, name: `${first} ${last}` },
    })
  }
  if (leads.size < count) throw new Error(`The sandbox has only ${leads.size} leads with notes.`)
  return [...leads.values()]
}

/** A custom activity type that is not archived. */
export async function customTypeInUse(sandbox: SandboxControl): Promise<Named> {
  const { data } = (await sandbox.get('/custom_activity/')) as { data: readonly (Named & { is_archived?: boolean })[] }
  const type = data.find(({ is_archived: archived }) => archived !== true)
  if (!type) throw new Error('The sandbox has no custom activity type.')
  return { id: type.id, name: type.name }
}
