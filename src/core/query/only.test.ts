import { expect, test } from 'vitest'
import { emptyQuery } from './activity-query.ts'
import { type Only, onlyFilters } from './only.ts'
import { violationsOf } from './rules.ts'

const call = {
  _type: 'Call',
  lead_id: 'lead_1',
  user_id: 'user_1',
  contact_id: 'cont_1',
  date_created: '2026-03-04T23:30:00+00:00',
}

function outcome(query: typeof emptyQuery, id: Only['id'], wire: Record<string, unknown> = call) {
  return onlyFilters(query, wire, 'Europe/Berlin').find((only) => only.id === id)?.outcome
}

test('in all activities a lead can be chosen, and a user only within one', () => {
  expect(outcome(emptyQuery, 'lead')).toMatchObject({ possible: true, query: { leadIds: ['lead_1'] } })
  expect(outcome(emptyQuery, 'user')).toEqual({
    possible: false,
    reason: 'In all activities, Close filters by user only within one lead.',
  })
  expect(outcome({ ...emptyQuery, leadIds: ['lead_1'] }, 'user')).toMatchObject({
    possible: true,
    query: { userIds: ['user_1'] },
  })
})

test('a type is a filter within one lead, and a list of its own elsewhere', () => {
  expect(outcome({ ...emptyQuery, leadIds: ['lead_1'] }, 'type')).toMatchObject({
    possible: true,
    query: { types: ['Call'], resource: '' },
  })
  expect(outcome(emptyQuery, 'type')).toMatchObject({ possible: true, query: { types: [], resource: 'call' } })
  expect(outcome({ ...emptyQuery, resource: 'call' }, 'type')).toEqual({
    possible: false,
    reason: 'This list holds Calls only.',
  })
  expect(outcome(emptyQuery, 'type', { _type: 'AgentCall' })).toEqual({
    possible: false,
    reason: 'Close has no list of this type.',
  })
})

test('a custom type is a type within one lead, and a filter in the custom activities list', () => {
  const wire = { ...call, _type: 'CustomActivity', custom_activity_type_id: 'actitype_1' }
  const lead = { ...emptyQuery, leadIds: ['lead_1'] }
  expect(outcome(lead, 'custom-type', wire)).toMatchObject({ possible: true, query: { types: ['actitype_1'] } })
  expect(outcome({ ...lead, resource: 'custom' }, 'custom-type', wire)).toMatchObject({
    possible: true,
    query: { customActivityTypeIds: ['actitype_1'], types: [] },
  })
  expect(outcome(emptyQuery, 'custom-type', wire)).toMatchObject({ possible: false })
  expect(outcome({ ...emptyQuery, resource: 'custom' }, 'custom-type', wire)).toMatchObject({ possible: false })
  expect(outcome(lead, 'custom-type')).toBeUndefined()
})

test('a day is that of the reader’s zone, on the sorted date, in place of any period', () => {
  expect(outcome({ ...emptyQuery, range: '7d' }, 'day')).toMatchObject({
    possible: true,
    query: { range: null, bounds: { date_created: { gte: '2026-03-05', lte: '2026-03-05' } } },
  })
  expect(outcome({ ...emptyQuery, timeZone: 'UTC' }, 'day')).toMatchObject({
    query: { bounds: { date_created: { gte: '2026-03-04' } } },
  })
})

test('what is filtered already is not offered again', () => {
  expect(outcome({ ...emptyQuery, leadIds: ['lead_1'] }, 'lead')).toEqual({
    possible: false,
    reason: 'The list is filtered so already.',
  })
})

test('nothing is offered that Close refuses', () => {
  const queries = [
    emptyQuery,
    { ...emptyQuery, resource: 'call' as const },
    { ...emptyQuery, leadIds: ['lead_2'], sort: 'activity_at' as const },
  ]
  for (const query of queries) {
    for (const { outcome: each } of onlyFilters(query, { ...call, activity_at: call.date_created }, 'UTC')) {
      if (each.possible) expect(violationsOf(each.query)).toEqual([])
    }
  }
})
