import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyQuery, type ActivityQuery } from './activity-query.ts'
import { idOnlyNames } from '#core/activity/names.ts'
import { describeRefinements } from './describe-refinements.ts'
import { describeFilters } from './describe.ts'
import { serializeSearch } from './search-params.ts'
import { arbitraryQuery } from './testing/arbitrary-query.ts'
import { check } from './testing/property.ts'

const known = new Map([
  ['lead_a', 'Brightfold'],
  ['user_a', 'Ana Quist'],
  ['user_b', 'Ben Okafor'],
  ['cont_a', 'Mia Tanaka'],
  ['actitype_a', 'Site visit'],
])

const nameOf = (id: string) => known.get(id)
const names = { lead: nameOf, contact: nameOf, user: nameOf, activityType: nameOf }

function texts(parts: Partial<ActivityQuery>): readonly string[] {
  const wording = { locale: 'en-GB', timeZone: 'America/New_York' }
  return describeFilters({ ...emptyQuery, ...parts }, names, wording).map(({ text }) => text)
}

function created(bounds: ActivityQuery['bounds']['date_created']): readonly string[] {
  return texts({ bounds: { date_created: bounds, activity_at: {} } })
}

test.each<[string, Partial<ActivityQuery>]>([
  ['Lead is Brightfold', { leadIds: ['lead_a'] }],
  ['Lead is Brightfold or lead_z', { leadIds: ['lead_a', 'lead_z'] }],
  ['User is Ana Quist or Ben Okafor', { userIds: ['user_a', 'user_b'] }],
  ['Contact is Mia Tanaka', { contactIds: ['cont_a'] }],
  ['Type is Call, Custom activity or Site visit', { types: ['Call', 'Custom', 'actitype_a'] }],
  ['Custom activity type is Site visit', { customActivityTypeIds: ['actitype_a'] }],
  ['Date created in the last 7 days', { range: '7d' }],
  ['Activity time this month', { range: 'this_month', sort: 'activity_at' }],
  ['Activity time from 1 Jul 2026', { bounds: { date_created: {}, activity_at: { gte: '2026-07-01' } } }],
  ['Email threads: threads only', { emailThreads: 'only' }],
  ['Email threads: threads and messages', { emailThreads: 'both' }],
  ['Activity is acti_a', { ids: ['acti_a'] }],
  ['Organization is orga_a', { organizationId: 'orga_a' }],
])('%s', (text, parts) => {
  expect(texts(parts)).toEqual([text])
})

test('dates read as a person says them', () => {
  expect(created({ gte: '2026-07-01', lte: '2026-08-31' })).toEqual(['Date created from 1 Jul 2026 to 31 Aug 2026'])
  expect(created({ gt: '2026-07-01', lt: '2026-10-01' })).toEqual(['Date created after 1 Jul 2026 before 1 Oct 2026'])
  expect(created({ gte: '2026-07-01', lte: '2026-07-01' })).toEqual(['Date created on 1 Jul 2026'])
  expect(created({ gte: '2026-07-01T13:30:00Z' })).toEqual(['Date created from 1 Jul 2026, 09:30:00'])
})

test('many values are cut after five', () => {
  const leadIds = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => `lead_${letter}`)
  expect(texts({ leadIds })).toEqual(['Lead is Brightfold, lead_b, lead_c, lead_d, lead_e or 2 more'])
  expect(texts({ leadIds: leadIds.slice(0, 6) })).toEqual([
    'Lead is Brightfold, lead_b, lead_c, lead_d, lead_e or lead_f',
  ])
})

test('the list, the sort, the columns and the page size are no filters', () => {
  expect(
    texts({ resource: 'call', sort: 'activity_at', columns: ['time'], limit: 5, timeZone: 'UTC', open: 'acti_a' }),
  ).toEqual([])
})

test('each sentence has its own id, and taking them all away leaves none', () => {
  const wording = { locale: 'en-GB', timeZone: 'UTC' }
  check(
    fc.property(arbitraryQuery, (query) => {
      const sentences = (of: ActivityQuery) => [
        ...describeFilters(of, names, wording),
        ...describeRefinements(of, idOnlyNames),
      ]
      const filters = sentences(query)
      expect(new Set(filters.map(({ id }) => id)).size).toBe(filters.length)
      let left = query
      for (let [first] = filters; first; [first] = sentences(left)) left = first.removed
      expect(serializeSearch(left)).toBe(
        serializeSearch({
          ...emptyQuery,
          source: query.source,
          resource: query.resource,
          sort: query.sort,
          fields: query.fields,
          limit: query.limit,
          timeZone: query.timeZone,
          columns: query.columns,
          open: query.open,
          unread: query.unread,
        }),
      )
    }),
    // Each case takes up to thirty sentences apart.
    2000,
  )
})
