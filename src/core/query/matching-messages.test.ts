import { expect, test } from 'vitest'
import { emptyQuery, type ActivityQuery } from './activity-query.ts'
import { matchingMessages, messageFilterOf } from './matching-messages.ts'
import { plan } from './plan.ts'

function streamOf(parts: Partial<ActivityQuery>) {
  const planned = plan({ ...emptyQuery, ...parts }, { now: 0, timeZone: 'UTC' })
  if (planned.status !== 'ready') throw new Error('blocked')
  return planned.streams[0]
}

const both = { leadIds: ['lead_1'], emailThreads: 'both', userIds: ['user_1', 'user_2'], ids: ['acti_1'] } as const

test('the filters are read from what is asked of Close', () => {
  expect(messageFilterOf(streamOf(both))).toMatchObject({ userIds: ['user_1', 'user_2'], ids: ['acti_1'] })
  expect(messageFilterOf(streamOf({ ...both, emailThreads: 'only' }))).toMatchObject({ ids: [] })
  expect(messageFilterOf(streamOf({ resource: 'emailthread', userIds: ['user_1'] }))).toMatchObject({
    userIds: ['user_1'],
  })
})

test('within one lead the messages are asked for by type, and elsewhere by their own list', () => {
  const asked = (parts: Partial<ActivityQuery>) => {
    const stream = matchingMessages(streamOf(parts))
    return stream && [stream.path, Object.fromEntries(stream.parameters.filter(([name]) => name !== '_fields'))]
  }
  expect(asked(both)).toEqual([
    '/activity/',
    { lead_id: 'lead_1', user_id__in: 'user_1,user_2', id__in: 'acti_1', _type__in: 'Email' },
  ])
  expect(asked({ resource: 'emailthread', userIds: ['user_1'], ids: ['acti_1'] })).toEqual([
    '/activity/email/',
    { user_id: 'user_1' },
  ])
  expect(asked({ emailThreads: 'only' })).toBeNull()
})
