import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyQuery, type ActivityQuery } from './activity-query.ts'
import { plan, planKey, type ReadyPlan } from './plan.ts'
import { violationsOf } from './rules.ts'
import { parseSearch } from './search-params.ts'
import { arbitraryMoment, arbitraryQuery } from './testing/arbitrary-query.ts'
import { check } from './testing/property.ts'
import { firstCursor, requestOf } from './walk.ts'

const moment = { timeZone: 'Europe/Berlin', now: Date.UTC(2026, 7, 20, 12) }

function ready(parts: Partial<ActivityQuery>): ReadyPlan {
  const planned = plan({ ...emptyQuery, ...parts }, moment)
  if (planned.status === 'blocked') throw new Error(`Blocked: ${planned.violations[0].reason}`)
  return planned
}

/** The parameters but for `_fields`. */
function parametersOf(parts: Partial<ActivityQuery>): Readonly<Record<string, string>> {
  const { _fields: _, ...rest } = Object.fromEntries(ready(parts).streams[0].parameters)
  return rest
}

function fieldsOf(parts: Partial<ActivityQuery>): readonly string[] {
  return Object.fromEntries(ready(parts).streams[0].parameters)['_fields']?.split(',') ?? []
}

test('within one lead, all activities are asked for with every filter in one stream', () => {
  const parts: Partial<ActivityQuery> = {
    leadIds: ['lead_a'],
    userIds: ['user_a', 'user_b'],
    contactIds: ['cont_a'],
    types: ['Call', 'actitype_a'],
    ids: ['acti_a'],
    organizationId: 'orga_a',
    sort: 'activity_at',
    emailThreads: 'both',
    limit: 25,
    bounds: { date_created: {}, activity_at: { gte: '2026-07-01', lt: '2026-08-01T00:00:00Z' } },
  }
  expect(parametersOf(parts)).toEqual({
    lead_id: 'lead_a',
    user_id__in: 'user_a,user_b',
    contact_id__in: 'cont_a',
    _type__in: 'Call,actitype_a',
    id__in: 'acti_a',
    organization_id: 'orga_a',
    _order_by: '-activity_at',
    thread_emails: 'true',
  })
  expect(ready(parts).streams).toMatchObject([
    {
      path: '/activity/',
      sort: 'activity_at',
      limit: 25,
      from: { at: 1_782_856_800, inclusive: true },
      until: { at: 1_785_542_400, inclusive: false },
    },
  ])
})

test("a type's own list takes users and contacts under their short names", () => {
  const parts: Partial<ActivityQuery> = {
    resource: 'custom',
    leadIds: ['lead_a'],
    userIds: ['user_a', 'user_b'],
    contactIds: ['cont_a'],
    customActivityTypeIds: ['actitype_a'],
  }
  expect(ready(parts).streams[0].path).toBe('/activity/custom/')
  expect(parametersOf(parts)).toEqual({
    lead_id: 'lead_a',
    user_id: 'user_a,user_b',
    contact_id: 'cont_a',
    custom_activity_type_id__in: 'actitype_a',
  })
})

test('what is sent comes in one order, whatever the query', () => {
  const order = [
    'lead_id',
    'user_id__in',
    'user_id',
    'contact_id__in',
    'contact_id',
    '_type__in',
    'id__in',
    'custom_activity_type_id__in',
    'organization_id',
    '_order_by',
    'thread_emails',
    '_fields',
  ]
  check(
    fc.property(arbitraryQuery, arbitraryMoment, (query, when) => {
      const planned = plan(query, when)
      expect(planned.status === 'ready').toBe(violationsOf(query).length === 0)
      if (planned.status === 'blocked') return
      const places = planned.streams[0].parameters.map(([name]) => order.indexOf(name))
      expect(places).not.toContain(-1)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    }),
  )
})

test('what the walk and the rows need is always asked for', () => {
  expect(fieldsOf({ fields: ['note', 'id'] })).toEqual([
    'id',
    '_type',
    'date_created',
    'activity_at',
    'lead_id',
    'note',
  ])
  expect(fieldsOf({})).toEqual(
    expect.arrayContaining(['id', '_type', 'date_created', 'activity_at', 'lead_id', 'user_name']),
  )
})

test('showing, hiding and ordering built-in columns asks for nothing new; a custom field does', () => {
  const key = (columns: readonly string[]) => planKey(ready({ columns }))
  expect(key(['time', 'subject'])).toEqual(key([]))
  expect(key(['custom.cf_b', 'custom.cf_a'])).toEqual(key(['custom.cf_a', 'time', 'custom.cf_b']))
  expect(key(['custom.cf_a'])).not.toEqual(key([]))
})

test('the open row, the zone of display and the columns are not part of what is asked', () => {
  expect(planKey(ready({ open: 'acti_a', timeZone: 'Asia/Kolkata' }))).toEqual(planKey(ready({})))
  expect(planKey(ready({ range: 'today', timeZone: 'Asia/Kolkata' }))).not.toEqual(planKey(ready({ range: 'today' })))
})

test('a query that Close refuses has no stream to fetch', () => {
  const planned = plan({ ...emptyQuery, userIds: ['user_a'] }, moment)
  expect(planned).toMatchObject({ status: 'blocked', violations: [{ rule: 'users-need-one-lead' }] })
  expect(planned).not.toHaveProperty('streams')
})

test('the first request of a link already asks for all its filters', () => {
  const link = 'lead_id=lead_a&user_id__in=user_a,user_b&_type__in=Call&date_created__gte=2026-07-01&tz=Europe/Berlin'
  const planned = plan(parseSearch(link).query, moment)
  if (planned.status === 'blocked') throw new Error('Blocked')
  const asked = Object.fromEntries(requestOf(planned.streams[0], firstCursor()).parameters)
  expect(asked).toMatchObject({
    lead_id: 'lead_a',
    user_id__in: 'user_a,user_b',
    _type__in: 'Call',
    date_created__gte: '2026-06-30T22:00:00Z',
  })
})
