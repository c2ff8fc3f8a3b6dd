import { activeUsers, emailOf, fullName, organizationName, type User, users } from '#sandbox/dataset/organization.ts'
import { leadStatuses, opportunityStatuses, pipelines } from '#sandbox/dataset/settings.ts'
import { LEAD_STATUS_IDS, OPPORTUNITY_STATUS_IDS } from '#sandbox/id-spaces.ts'
import { DAY, formatMoment, formatWithoutOffset, HOUR } from '#sandbox/time.ts'
import type { World } from '#sandbox/world.ts'
import { organizationId, phoneOfUser, type Wire } from './common.ts'

/** Whom every credential of the sandbox belongs to. */
export const ME = 0

export function renderUser(world: World, number: number): Wire {
  const user = users[number]
  return {
    id: world.ids.encode('user', number),
    email: user === undefined ? '' : emailOf(user),
    first_name: user?.first ?? '',
    last_name: user?.last ?? '',
    image: `https://harbourline.example/people/${number}.png`,
    last_used_timezone: user?.timezone ?? null,
    organizations: [organizationId(world)],
    date_created: joined(world, number),
    date_updated: joined(world, number),
  }
}

export function renderMe(world: World): Wire {
  const { organizations: _, ...me } = renderUser(world, ME)
  const user = users[ME]
  const account = {
    _type: 'google',
    id: world.ids.encode('emailacct', ME),
    organization_id: organizationId(world),
    user_id: me['id'],
    identities: user === undefined ? [] : [{ email: emailOf(user), name: fullName(user) }],
  }
  return {
    ...me,
    email_accounts: [account],
    memberships: [{ ...membership(world, ME), organization_id: organizationId(world), user_id: me['id'] }],
    organizations: [
      { ...organizationHead(world), lead_statuses: renderLeadStatuses(world), pipelines: renderPipelines(world) },
    ],
    phone_numbers: [
      {
        id: world.ids.encode('phon', ME),
        number: phoneOfUser(ME).number,
        organization_id: organizationId(world),
        date_created: joined(world, ME),
        date_updated: joined(world, ME),
      },
    ],
  }
}

export function renderOrganization(world: World): Wire {
  const members = users.map((user, u) => ({ ...membership(world, u), ...identity(world, user, u) }))
  return {
    ...organizationHead(world),
    memberships: members.slice(0, activeUsers),
    inactive_memberships: members.slice(activeUsers),
    lead_statuses: renderLeadStatuses(world),
    pipelines: renderPipelines(world),
    plan_type: 'enterprise',
  }
}

function organizationHead(world: World): Wire {
  const at = joined(world, ME)
  return {
    id: organizationId(world),
    name: organizationName,
    created_by: null,
    updated_by: null,
    date_created: at,
    date_updated: at,
  }
}

function membership(world: World, number: number): Wire {
  return {
    id: world.ids.encode('memb', number),
    role_id: world.ids.encode('role', users[number]?.role === 'manager' ? 0 : 1),
    permissions_granted: ['bulk_edit', 'export'],
    auto_record_calls: 'unset',
    track_email_opens: true,
  }
}

function identity(world: World, user: User, number: number): Wire {
  return {
    user_id: world.ids.encode('user', number),
    user_email: emailOf(user),
    user_first_name: user.first,
    user_last_name: user.last,
    user_full_name: fullName(user),
    user_phone: phoneOfUser(number).number,
  }
}

export function renderLeadStatuses(world: World): Wire[] {
  return leadStatuses.map((label, i) => ({ id: world.ids.encode('stat', LEAD_STATUS_IDS + i), label }))
}

export function renderPipelines(world: World): Wire[] {
  const at = formatWithoutOffset(world.end - 1400 * DAY + 11 * HOUR + 13_014_979)
  return pipelines.map(({ name }, number) => ({
    id: world.ids.encode('pipe', number),
    name,
    organization_id: organizationId(world),
    date_created: at,
    date_updated: at,
    created_by: world.ids.encode('user', ME),
    updated_by: world.ids.encode('user', ME),
    statuses: renderOpportunityStatuses(world)
      .filter((status) => status['pipeline_id'] === world.ids.encode('pipe', number))
      .map(({ id, label, type }) => ({ id, label, type })),
  }))
}

export function renderOpportunityStatuses(world: World): Wire[] {
  return opportunityStatuses.map(({ label, type, pipeline }, i) => ({
    id: world.ids.encode('stat', OPPORTUNITY_STATUS_IDS + i),
    label,
    type,
    pipeline_id: world.ids.encode('pipe', pipeline),
    organization_id: organizationId(world),
  }))
}

function joined(world: World, number: number): string {
  return formatMoment(world.end - (1500 - number * 17) * DAY + 9 * HOUR + number * 31_415)
}
