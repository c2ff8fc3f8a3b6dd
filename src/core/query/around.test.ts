import { expect, test } from 'vitest'
import { emptyQuery } from './activity-query.ts'
import { aroundQuery, reachAbove, spotOf } from './around.ts'
import { violationsOf } from './rules.ts'

const note = {
  id: 'acti_1',
  _type: 'Note',
  lead_id: 'lead_1',
  activity_at: '2026-03-04T10:00:00.5+00:00',
  date_created: '2026-03-04T11:00:00+00:00',
}

test('a place on a timeline is by activity time, or by date created without one; without a lead there is none', () => {
  expect(spotOf(note)).toMatchObject({ leadId: 'lead_1', sort: 'activity_at' })
  expect(spotOf({ ...note, activity_at: null })).toMatchObject({ sort: 'date_created' })
  expect(spotOf({ ...note, lead_id: null })).toBeNull()
})

test('the window above grows until ten rows stand in it', async () => {
  const spot = spotOf(note)
  if (!spot) throw new Error('no place')
  const asked: (string | undefined)[] = []
  const until = await reachAbove(spot, async (parameters) => {
    asked.push(parameters.find(([name]) => name === 'activity_at__lte')?.[1])
    return asked.length < 3 ? 4 : 10
  })
  expect(asked).toEqual(['2026-03-04T16:00:01Z', '2026-03-05T10:00:01Z', '2026-03-08T10:00:01Z'])
  expect(until).toBe(spot.second + 96 * 3600)
})

test('a timeline with fewer than ten newer rows begins with its newest', async () => {
  const spot = spotOf(note)
  expect(spot && (await reachAbove(spot, async () => 9))).toBeNull()
})

test('the query asks for the whole lead, keeps source and zone, opens the activity, and is one Close answers', () => {
  const spot = spotOf(note)
  if (!spot) throw new Error('no place')
  const before = { ...emptyQuery, resource: 'note' as const, userIds: ['user_1'], timeZone: 'UTC' }
  const query = aroundQuery(before, note, spot, spot.second + 60)
  expect(query).toMatchObject({
    resource: '',
    userIds: [],
    leadIds: ['lead_1'],
    open: 'acti_1',
    timeZone: 'UTC',
    sort: 'activity_at',
  })
  expect(query.bounds.activity_at).toEqual({ lte: '2026-03-04T10:01:01Z' })
  expect(violationsOf(query)).toEqual([])
})
