import { expect, test } from 'vitest'
import { emptyQuery } from '#core/query/activity-query.ts'
import { listLook } from '#explorer/looks/table-look.ts'
import { tableLook } from '#explorer/looks/use-table-look.ts'
import { withColumns } from './use-move-column.ts'

test('columns chosen while one type is asked for are remembered for it, and not for all activities', () => {
  const calls = { ...emptyQuery, leadIds: ['lead_1'], types: ['Call'] }
  expect(withColumns(calls, ['time', 'duration']).columns).toEqual(['time', 'duration'])
  expect(listLook(tableLook.get(), 'call').columns).toEqual(['time', 'duration'])
  expect(listLook(tableLook.get(), '').columns).toEqual([])
})
