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

test('what is no period changes nothing', () => {
  for (const text of ['', '  ', 'some day', 'api_0123456789', '1 Jul 2026 '.repeat(50)])
    expect(pastedPeriod(emptyQuery, text, moment)).toBeNull()
})
