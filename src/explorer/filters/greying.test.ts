import { expect, test } from 'vitest'
import { emptyQuery } from '#core/query/activity-query.ts'
import { greyingsOf, listOfControls } from './greying.ts'

test('controls that all want one lead share a sentence and each way out', () => {
  const { reasons, summary, fixes } = greyingsOf(emptyQuery, ['users', 'contacts', 'types', 'activityTime'])
  expect(summary).toBe('Users, contacts, activity types and activity time work only within one lead.')
  expect(reasons.map(({ control }) => control)).toEqual(['users', 'contacts', 'types', 'activityTime'])
  expect(fixes.filter(({ label }) => label === 'Choose a lead')).toHaveLength(1)
})

test('a single reason speaks for itself', () => {
  expect(greyingsOf({ ...emptyQuery, resource: 'call' }, ['contacts'])).toMatchObject({ summary: null, reasons: [{}] })
})

test('different reasons are not drawn together', () => {
  expect(greyingsOf({ ...emptyQuery, resource: 'call' }, ['contacts', 'activityTime']).summary).toBeNull()
})

test('within one lead nothing is greyed', () => {
  const query = { ...emptyQuery, leadIds: ['lead_a'] }
  expect(greyingsOf(query, ['users', 'contacts', 'types', 'activityTime']).reasons).toEqual([])
})

test('the list of controls begins a sentence', () => {
  expect(listOfControls(['users', 'activityTime'])).toBe('Users and activity time')
})
