import { importMoment, LARGE_LEAD } from '#sandbox/dataset/leads.ts'
import { notableCompanies } from '#sandbox/dataset/company-pools.ts'
import { activeUsers, fullName, users } from '#sandbox/dataset/organization.ts'
import { customTypes, renamedStatus } from '#sandbox/dataset/settings.ts'
import { tiedMoment, tiedNotes } from '#sandbox/dataset/specials.ts'
import { writtenLeads } from '#sandbox/dataset/write-mails.ts'
import { ODD_TEXT } from '#sandbox/dataset/variants.ts'
import { LEAD_STATUS_IDS } from './id-spaces.ts'
import { organizationId } from './render/common.ts'
import { CALL, MEETING, NOTE, UNKNOWN } from './store/kinds.ts'
import { formatMoment } from './time.ts'
import type { World } from './world.ts'

/** Where the notable things are. Ids of people, leads and settings depend on the seed alone, those of activities on seed and size. */
export interface Landmarks {
  readonly organizationId: string
  /** A lead with a fiftieth of all activities. */
  readonly largeLead: { readonly id: string; readonly name: string }
  /** A conversation of 60 messages (fewer in a very small sandbox), on the large lead. */
  readonly longThread: { readonly id: string; readonly leadId: string }
  /** People: one who works there, two who left. */
  readonly activeUser: { readonly id: string; readonly name: string }
  readonly inactiveUsers: readonly { readonly id: string; readonly name: string }[]
  /** Notes of the large lead that share one timestamp to the microsecond. */
  readonly tiedNotes: { readonly leadId: string; readonly dateCreated: string; readonly count: number }
  /** Leads whose creations share one timestamp. */
  readonly tiedImport: { readonly dateCreated: string }
  readonly customActivityTypes: readonly { readonly id: string; readonly name: string; readonly archived: boolean }[]
  readonly renamedStatus: { readonly id: string; readonly formerly: string }
  /** Leads whose names use other scripts, right to left among them. */
  readonly internationalLeads: readonly { readonly id: string; readonly name: string }[]
  readonly futureMeeting: string | null
  readonly callWithoutLead: string | null
  readonly unknownType: string | null
  /** Mail that attacks its reader, and ordinary mail; null in a sandbox of fewer than 4,000 activities. */
  readonly hostileMail: { readonly id: string; readonly name: string } | null
  readonly benignMail: { readonly id: string; readonly name: string } | null
  /** Notes with texts that a careless program trips over. */
  readonly oddNotes: readonly string[]
}

export function landmarksOf(world: World): Landmarks {
  const { ids, store } = world
  const lead = (number: number) => ({ id: ids.encode('lead', number), name: world.leads[number]?.name ?? '' })
  const user = (number: number) => ({
    id: ids.encode('user', number),
    name: users[number] === undefined ? '' : fullName(users[number]),
  })
  const large = lead(LARGE_LEAD)
  const c = store.columns
  const mailLeads = writtenLeads(world.size, world.end).length
  const mailLead = (place: number) => (mailLeads === 0 ? null : lead(world.leads.length - mailLeads + place))
  const first = (kind: number, test: (row: number) => boolean = () => true): string | null => {
    for (let row = 0; row < c.length; row++) if (c.kind[row] === kind && test(row)) return ids.encode('acti', row)
    return null
  }
  return {
    organizationId: organizationId(world),
    largeLead: large,
    longThread: { id: ids.encode('acti', world.longThread), leadId: large.id },
    activeUser: user(1),
    inactiveUsers: [user(activeUsers), user(activeUsers + 1)],
    tiedNotes: { leadId: large.id, dateCreated: formatMoment(tiedMoment(world)), count: tiedNotes(world.size) },
    tiedImport: { dateCreated: formatMoment(importMoment(1, world.end)) },
    customActivityTypes: customTypes.map(({ name, archived }, i) => ({
      id: ids.encode('actitype', i),
      name,
      archived,
    })),
    renamedStatus: { id: ids.encode('stat', LEAD_STATUS_IDS + renamedStatus.index), formerly: renamedStatus.formerly },
    internationalLeads: notableCompanies.slice(0, 12).map((_, i) => lead(i + 1)),
    futureMeeting: first(MEETING, (row) => (c.created[row] ?? 0) > world.end),
    callWithoutLead: first(CALL, (row) => (c.lead[row] ?? 0) < 0),
    unknownType: first(UNKNOWN),
    hostileMail: mailLead(0),
    benignMail: mailLead(1),
    oddNotes: rowsWhere(world, (row) => c.kind[row] === NOTE && (c.variant[row] ?? 0) >= ODD_TEXT),
  }
}

/** Odd notes are written among the first rows, before daily work. */
function rowsWhere(world: World, test: (row: number) => boolean): string[] {
  const rows: string[] = []
  for (let row = 0; row < world.longThread; row++) if (test(row)) rows.push(world.ids.encode('acti', row))
  return rows
}
