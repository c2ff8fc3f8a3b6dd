import { expect, test } from 'vitest'
import { type ActivityQuery, emptyQuery } from '#core/query/activity-query.ts'
import { plan } from '#core/query/plan.ts'
import { keepsOf, noRefinements, type Refinements } from './refinements.ts'
import { toRow } from './row.ts'

const call = toRow({
  id: 'acti_1',
  _type: 'Call',
  direction: 'inbound',
  status: 'completed',
  disposition: 'vm-left',
  note: 'Zoë asked for a discount',
  outcome_id: 'outcome_x',
})
const email = toRow({
  id: 'acti_2',
  _type: 'Email',
  direction: 'outgoing',
  status: 'sent',
  subject: 'Offer',
  to: ['ana@example.com'],
})
const custom = toRow({
  id: 'acti_3',
  _type: 'CustomActivity',
  custom_activity_type_id: 'actitype_a',
  'custom.cf_1': 'Großer Plan',
})
const bare = toRow({})

function kept(refinements: Partial<Refinements>) {
  const keeps = keepsOf({ ...noRefinements, ...refinements })
  return [call, email, custom, bare].filter((row) => keeps?.(row) ?? true).map(({ id }) => id)
}

test('nothing refined keeps every row without looking at it', () => {
  expect(keepsOf(noRefinements)).toBeNull()
})

test('a direction is one thing, however a list spells it', () => {
  expect(kept({ loadedDirections: ['incoming'] })).toEqual(['acti_1'])
  expect(kept({ loadedDirections: ['outgoing'] })).toEqual(['acti_2'])
})

test('a status is what the column shows: of a call how it ended', () => {
  expect(kept({ loadedStatuses: ['vm-left'] })).toEqual(['acti_1'])
  expect(kept({ loadedStatuses: ['completed'] })).toEqual([])
  expect(kept({ loadedStatuses: ['vm-left', 'sent'] })).toEqual(['acti_1', 'acti_2'])
})

test('a type can be left out, a custom one by its id', () => {
  expect(kept({ loadedNotTypes: ['Call', 'actitype_a'] })).toEqual(['acti_2', null])
  expect(kept({ loadedNotTypes: ['Custom'] })).toEqual(['acti_1', 'acti_2', null])
})

test('text is found without case and accents, in what the row itself says', () => {
  expect(kept({ loadedText: 'ZOE' })).toEqual(['acti_1'])
  expect(kept({ loadedText: 'ana@' })).toEqual(['acti_2'])
  expect(kept({ loadedText: 'plan' })).toEqual(['acti_3'])
})

test('all refinements must hold', () => {
  expect(kept({ loadedText: 'discount', loadedDirections: ['outgoing'] })).toEqual([])
  expect(kept({ loadedText: 'discount', loadedOutcomes: ['outcome_x'] })).toEqual(['acti_1'])
})

test('what is asked of Close is the same with refinements as without', () => {
  const moment = { timeZone: 'UTC', now: 0 }
  const refined: ActivityQuery = { ...emptyQuery, loadedText: 'x', loadedNotTypes: ['Call'], loadedStatuses: ['sent'] }
  expect(plan(refined, moment)).toEqual(plan(emptyQuery, moment))
})
