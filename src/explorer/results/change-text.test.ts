import { expect, it } from 'vitest'
import { changeText } from './change-text.ts'

const calls = { query: { resource: 'call', sort: 'date_created' }, filters: ['User is Ana'] } as const
const lead = { query: { resource: '', sort: 'activity_at' }, filters: [] } as const

it('says which list, sort and filters came in place of the ones before, and nothing of what stayed', () => {
  expect(changeText(lead, calls)).toBe('Calls. Sorted by date created, newest first. 1 filter: User is Ana.')
  expect(changeText(calls, lead)).toBe('All activities. Sorted by activity time, newest first. No filters.')
  expect(changeText(calls, { ...calls, filters: ['User is Ana', 'Date created today'] })).toBe('2 filters.')
  expect(changeText(calls, { ...calls, filters: ['Lead is lead_1aBcDeFgHiJk'] })).toBe('1 filter.')
  expect(changeText(calls, calls)).toBe('')
})
