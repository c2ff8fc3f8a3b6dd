import { expect, test } from 'vitest'
import { emptyQuery } from '#core/query/activity-query.ts'
import { copiedPeriod, pastedPeriod } from './period-clipboard.ts'

const moment = { timeZone: 'Europe/Berlin', now: Date.parse('2026-07-15T10:00:00Z') }

test('a copied period, pasted into another list, is the same days on the date that list is sorted by', () => {
  const text = copiedPeriod({ ...emptyQuery, range: '7d' }, moment)
  expect(text).toBe('9 Jul 2026 – 15 Jul 2026')
  const sorted = { ...emptyQuery, sort: 'activity_at' as const, leadIds: ['lead_1'], range: 'this_year' as const }
  expect(pastedPeriod(sorted, `\n ${text} `, moment)).toEqual({
    ...sorted,
    range: null,
    bounds: { date_created: {}, activity_at: { gte: '2026-07-09', lte: '2026-07-15' } },
  })
})

test('times are those of the zone that was chosen for the list, not those of the reader', () => {
  const bounds = { gte: '2026-07-15T07:00:00Z', lt: '2026-07-15T10:00:00Z' } as const
  const query = { ...emptyQuery, timeZone: 'America/New_York', bounds: { ...emptyQuery.bounds, date_created: bounds } }
  const text = copiedPeriod(query, moment)
  expect(text).toBe('from 15 Jul 2026 03:00 before 15 Jul 2026 06:00')
  expect(pastedPeriod({ ...emptyQuery, timeZone: 'America/New_York' }, text, moment)).toEqual(query)
  const late = { ...moment, now: Date.parse('2026-07-15T02:00:00Z') }
  expect(pastedPeriod(query, 'yesterday 9:00 to 12:00', late)?.bounds.date_created.gte).toBe('2026-07-13T13:00:00Z')
})

test('what is no period changes nothing', () => {
  for (const text of ['', '  ', 'some day', 'api_0123456789', '1 Jul 2026 '.repeat(50)])
    expect(pastedPeriod(emptyQuery, text, moment)).toBeNull()
})
