import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ActivityQuery, emptyQuery, ranges } from '#core/query/activity-query.ts'
import { arbitraryQuery } from '#core/query/testing/arbitrary-query.ts'
import { check } from '#core/query/testing/property.ts'
import { applyPeriod, applyText, applyTexts, type Draft, toDraft } from './draft.ts'
import { draftSchema } from './draft-schema.ts'

const blank = toDraft(emptyQuery, 'UTC')

function faultsOf(draft: Partial<Draft>): Record<string, string> {
  const result = draftSchema.safeParse({ ...blank, ...draft })
  return Object.fromEntries(result.error?.issues.map((issue) => [issue.path.join('.'), issue.message]) ?? [])
}

test('the default query leaves the draft blank', () => {
  expect(blank).toEqual({ period: 'any', from: '', to: '', ids: '', organizationId: '', fields: '', limit: '' })
  expect(faultsOf({})).toEqual({})
})

test('what a query holds is what the draft shows, and applying it changes nothing', () => {
  const query: ActivityQuery = {
    ...emptyQuery,
    ids: ['acti_a', 'acti_b'],
    organizationId: 'orga_x',
    fields: ['id', 'custom.cf_1'],
    limit: 50,
    bounds: { date_created: { gte: '2026-03-01', lte: '2026-03-31' }, activity_at: {} },
  }
  const draft = toDraft(query, 'UTC')
  const names = ['from', 'to', 'ids', 'organizationId', 'fields', 'limit'] as const
  expect(names.reduce((applied, name) => applyText(applied, name, draft[name]), query)).toEqual(query)
  expect(applyPeriod(query, draft.period)).toEqual(query)
})

test('ids may be separated by commas, spaces or lines, and doubles count once', () => {
  expect(applyText(emptyQuery, 'ids', 'acti_a, acti_b\nacti_a').ids).toEqual(['acti_a', 'acti_b'])
})

test('an emptied field goes back to the default', () => {
  const query = { ...emptyQuery, organizationId: 'orga_x', limit: 20 }
  expect(applyText(applyText(query, 'limit', ' '), 'organizationId', '')).toEqual(emptyQuery)
})

test('a day turns a preset into chosen days', () => {
  const query = applyText({ ...emptyQuery, range: '7d' }, 'from', '2026-03-01')
  expect(query.range).toBeNull()
  expect(toDraft(query, 'UTC').period).toBe('chosen')
})

test('a preset replaces chosen days on either date', () => {
  const bounds = { date_created: { gte: '2026-03-01' }, activity_at: { lt: '2026-03-01' } }
  expect(applyPeriod({ ...emptyQuery, bounds }, 'last_month')).toEqual({ ...emptyQuery, range: 'last_month' })
})

test('any time opens the sorted date and leaves the other date for its own fix', () => {
  const bounds = { date_created: { gte: '2026-03-01' }, activity_at: { lt: '2026-03-01' } }
  expect(applyPeriod({ ...emptyQuery, bounds }, 'any').bounds).toEqual({
    date_created: {},
    activity_at: { lt: '2026-03-01' },
  })
})

test('what cannot be applied is said in words', () => {
  expect(faultsOf({ ids: 'lead_a' })).toEqual({ ids: 'Activity ids look like acti_…, separated by commas.' })
  expect(faultsOf({ organizationId: 'orga_a orga_b' })).toEqual({
    organizationId: 'An organization id looks like orga_….',
  })
  expect(faultsOf({ fields: 'id & name' })).toEqual({ fields: 'Field names have letters, digits, dots and _.' })
  expect(faultsOf({ limit: '101' })).toEqual({ limit: 'Give a number from 1 to 100.' })
  expect(faultsOf({ limit: '0' })).toEqual({ limit: 'Give a number from 1 to 100.' })
  expect(faultsOf({ from: '0202-04-01' })).toEqual({ from: 'Give a whole date, with a year from 1900 to 2199.' })
  expect(faultsOf({ from: '2026-04-01', to: '2026-03-31' })).toEqual({ to: 'To is earlier than From.' })
})

test('fields that were not touched keep what is more exact than a day', () => {
  const bounds = { date_created: { gte: '2026-03-01T09:30:00Z' }, activity_at: {} }
  const query: ActivityQuery = { ...emptyQuery, bounds }
  const draft = { ...toDraft(query, 'UTC'), to: '2026-03-31' }
  expect(applyTexts(query, ['from', 'to'], draft, 'UTC').bounds.date_created).toEqual({
    gte: '2026-03-01T09:30:00Z',
    lte: '2026-03-31',
  })
})

test('another period takes no other filter away, nor does it come back different', () => {
  check(
    fc.property(arbitraryQuery, fc.constantFrom(...ranges), (query, range) => {
      const { range: _, bounds, ...others } = query
      expect(applyPeriod(query, range)).toMatchObject(others)
      expect(applyPeriod(query, 'any')).toMatchObject(others)
      const again = applyTexts(applyPeriod(query, 'any'), ['from'], { ...blank, from: '2026-03-01' }, 'UTC')
      expect(again).toMatchObject({ ...others, bounds: { [query.sort]: { gte: '2026-03-01' } } })
      expect(bounds).toEqual(query.bounds)
    }),
    1000,
  )
})
