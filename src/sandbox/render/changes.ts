import { unpackChange } from '#sandbox/dataset/progress.ts'
import { leadStatuses, opportunityStatuses, pipelines, sequences } from '#sandbox/dataset/settings.ts'
import { mix, Random } from '#sandbox/random.ts'
import { fill } from '#sandbox/texts/fill.ts'
import { tasks } from '#sandbox/texts/notes.ts'
import { DAY, formatMoment } from '#sandbox/time.ts'
import { LEAD_STATUS_IDS, OPPORTUNITY_STATUS_IDS } from '#sandbox/id-spaces.ts'
import type { World } from '#sandbox/world.ts'
import { common, extend, nameOfUser, sequenceKeys, slotsOf, type Subject, type Wire } from './common.ts'

export function renderCreated(s: Subject): Wire {
  const sources = ['ui', 'ui', 'ui', 'api', 'email', 'clipper', 'webform', 'whatsapp'] as const
  return extend(common(s), {
    source: s.extra > 0 ? 'import' : s.userNumber < 0 ? 'api' : s.random.pick(sources),
    import_id: s.extra > 0 ? s.world.ids.encode('bulk', s.extra) : null,
  })
}

/** Old changes carry the status's present name: renaming a status rewrites history. */
export function renderLeadStatusChange(s: Subject): Wire {
  const { from, to } = unpackChange(s.extra)
  const { ids } = s.world
  return extend(common(s), {
    old_status_id: ids.encode('stat', LEAD_STATUS_IDS + from),
    old_status_label: leadStatuses[from] ?? leadStatuses[0],
    new_status_id: ids.encode('stat', LEAD_STATUS_IDS + to),
    new_status_label: leadStatuses[to] ?? leadStatuses[0],
  })
}

export function renderOpportunityStatusChange(s: Subject): Wire {
  const { from, to, opportunity } = unpackChange(s.extra)
  const { ids } = s.world
  const old = opportunityStatuses[from] ?? opportunityStatuses[0]
  const now = opportunityStatuses[to] ?? opportunityStatuses[0]
  const number = opportunityNumber(s.leadNumber, opportunity)
  const deal = dealOf(s.world, number)
  return extend(
    common(s),
    {
      old_status_id: ids.encode('stat', OPPORTUNITY_STATUS_IDS + from),
      old_status_label: old?.label,
      old_status_type: old?.type,
      new_status_id: ids.encode('stat', OPPORTUNITY_STATUS_IDS + to),
      new_status_label: now?.label,
      new_status_type: now?.type,
      old_pipeline_id: ids.encode('pipe', old?.pipeline ?? 0),
      old_pipeline_name: pipelines[old?.pipeline ?? 0]?.name,
      new_pipeline_id: ids.encode('pipe', now?.pipeline ?? 0),
      new_pipeline_name: pipelines[now?.pipeline ?? 0]?.name,
      opportunity_id: ids.encode('oppo', number),
    },
    deal,
    {
      opportunity_confidence: now?.confidence ?? 0,
      opportunity_date_won: now?.type === 'won' ? formatMoment(Math.floor(s.created / DAY) * DAY) : null,
    },
  )
}

/** An opportunity's number, from its lead and its place among the lead's. */
export function opportunityNumber(lead: number, place: number): number {
  return lead * 16 + place
}

/** What an opportunity is worth: the same in each of its changes. */
function dealOf(world: World, opportunity: number): Wire {
  const random = new Random(mix(world.seed, opportunity ^ 0x1f00))
  const dollars = random.between(6, 96) * (random.chance(0.12) ? 1000 : 100)
  const period = random.pick(['annual', 'annual', 'monthly', 'one_time'] as const)
  const suffix = { annual: ' annually', monthly: ' monthly', one_time: '' }[period]
  const known = !random.chance(0.04)
  return {
    opportunity_value: known ? dollars * 100 : null,
    opportunity_value_formatted: known ? `$${dollars.toLocaleString('en-US')}${suffix}` : null,
    opportunity_value_currency: 'USD',
    opportunity_value_period: period,
  }
}

export function renderLeadMerge(s: Subject): Wire {
  const { ids, leads } = s.world
  const source = s.extra
  const errored = s.row % 17 === 0
  return extend(common(s), {
    source_lead_id: ids.encode('lead', source),
    destination_lead_id: s.leadNumber < 0 ? null : ids.encode('lead', s.leadNumber),
    source_display_name: `${leads[s.leadNumber]?.name ?? 'Unknown'} (duplicate)`,
    destination_display_name: leads[s.leadNumber]?.name ?? null,
    merge_status: errored ? 'errored' : 'completed',
    error_message: errored ? 'The source lead was changed while merging.' : null,
  })
}

/** Its `contact_id` is not null but missing. */
export function renderTaskCompleted(s: Subject): Wire {
  const { contact_id: _, ...base } = common(s)
  return extend(
    base,
    {
      task_id: s.world.ids.encode('task', s.row),
      task_text: fill(s.random.pick(tasks), s.random, slotsOf(s)),
      task_assigned_to: base['user_id'],
      task_assigned_to_name: nameOfUser(s.userNumber),
    },
    sequenceKeys(s, sequences, 0.1),
  )
}

export function renderImportUpdate(s: Subject): Wire {
  return extend(common(s), { import_id: s.world.ids.encode('bulk', s.extra), reverted: s.extra % 5 === 0 })
}

/** A type that no documentation names. */
export function renderUnknown(s: Subject): Wire {
  return extend(common(s), {
    agent_name: 'Night desk',
    outcome: 'callback-requested',
    duration: s.random.between(20, 400),
    turns: s.random.between(3, 30),
  })
}
