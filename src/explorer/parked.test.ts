import { expect, test } from 'vitest'
import { type ActivityQuery, emptyQuery } from '#core/query/activity-query.ts'
import { changeLeads, changeResource } from '#core/query/changes.ts'
import { newlyAvailable, nothingParked, parkDependents, settle, unpark } from './parked.ts'

const ofBrightfold: ActivityQuery = {
  ...emptyQuery,
  leadIds: ['lead_brightfold'],
  userIds: ['user_ana'],
  contactIds: ['cont_ben'],
  types: ['Call'],
  sort: 'activity_at',
  bounds: { date_created: {}, activity_at: { gte: '2026-03-01' } },
}

test('removing the single lead sets aside what needs one, and the dates follow the sort', () => {
  const { query, parked } = settle(ofBrightfold, changeLeads(ofBrightfold, []), nothingParked)
  expect(query).toEqual({ ...emptyQuery, bounds: { date_created: { gte: '2026-03-01' }, activity_at: {} } })
  expect(parked).toMatchObject({
    userIds: ['user_ana'],
    contactIds: ['cont_ben'],
    types: ['Call'],
    sort: 'activity_at',
  })
})

test('a second lead sets aside as well', () => {
  const { query, parked } = settle(
    ofBrightfold,
    changeLeads(ofBrightfold, ['lead_brightfold', 'lead_other']),
    nothingParked,
  )
  expect(query.userIds).toEqual([])
  expect(parked.userIds).toEqual(['user_ana'])
})

test('the same lead brings everything back', () => {
  const gone = settle(ofBrightfold, changeLeads(ofBrightfold, []), nothingParked)
  const back = settle(gone.query, changeLeads(gone.query, ['lead_brightfold']), gone.parked)
  expect(back.query).toEqual(ofBrightfold)
  expect(back.parked).toEqual({ ...nothingParked, leadId: 'lead_brightfold' })
})

test('another lead brings back all but the contacts, who are not its own', () => {
  const gone = settle(ofBrightfold, changeLeads(ofBrightfold, []), nothingParked)
  const other = settle(gone.query, changeLeads(gone.query, ['lead_other']), gone.parked)
  expect(other.query).toMatchObject({ userIds: ['user_ana'], types: ['Call'], contactIds: [], sort: 'activity_at' })
})

test("parking and unparking are each other's inverse", () => {
  const gone = { ...ofBrightfold, leadIds: [] }
  const { query, parked } = parkDependents(gone, nothingParked)
  expect(unpark({ ...query, leadIds: ['lead_brightfold'] }, parked).query).toEqual(ofBrightfold)
})

test("users stay on a type's own list, which filters them without a lead", () => {
  const calls = { ...emptyQuery, resource: 'call', leadIds: ['lead_a'], userIds: ['user_ana'] } as const
  expect(settle(calls, changeLeads(calls, []), nothingParked).query.userIds).toEqual(['user_ana'])
})

test('parked users come back on a list that takes them without a lead', () => {
  const gone = settle(ofBrightfold, changeLeads(ofBrightfold, []), nothingParked)
  const calls = settle(gone.query, changeResource(gone.query, 'call'), gone.parked)
  expect(calls.query.userIds).toEqual(['user_ana'])
  expect(calls.parked.userIds).toEqual([])
})

test('users of a list are set aside where all activities would refuse them', () => {
  const calls = { ...emptyQuery, resource: 'call', userIds: ['user_ana'] } as const
  const { query, parked } = settle(calls, changeResource(calls, ''), nothingParked)
  expect(query.userIds).toEqual([])
  expect(parked.userIds).toEqual(['user_ana'])
})

test('what was chosen meanwhile is not overwritten by what was set aside', () => {
  const parked = { ...nothingParked, userIds: ['user_ana'] }
  const query = { ...emptyQuery, leadIds: ['lead_a'], userIds: ['user_ben'] }
  expect(unpark(query, parked).query.userIds).toEqual(['user_ben'])
})

test('a forbidden link keeps its filters, so that the page can say what is wrong', () => {
  const link = { ...emptyQuery, userIds: ['user_ana'] }
  const { query, parked } = settle(link, { ...link, limit: 50 }, nothingParked)
  expect(query.userIds).toEqual(['user_ana'])
  expect(parked).toEqual(nothingParked)
})

test('a lead opens users, contacts, types and activity time', () => {
  const query = { ...emptyQuery, leadIds: ['lead_a'] }
  expect(newlyAvailable(emptyQuery, query)).toEqual(['users', 'contacts', 'types', 'activityTime'])
  expect(newlyAvailable(query, query)).toEqual([])
})
