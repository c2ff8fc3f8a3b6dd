import { expect, it } from 'vitest'
import { changeText } from './change-text.ts'

const calls = { query: { resource: 'call', sort: 'date_created' }, filters: ['User is Ana'], refinements: [] } as const
const lead = { query: { resource: '', sort: 'activity_at' }, filters: [], refinements: [] } as const

it('says which list, sort and filters came in place of the ones before, and nothing of what stayed', () => {
  expect(changeText(lead, calls)).toBe('Calls. Sorted by date created, newest first. 1 filter: User is Ana.')
  expect(changeText(calls, lead)).toBe('All activities. Sorted by activity time, newest first. No filters.')
  expect(changeText(calls, { ...calls, filters: ['User is Ana', 'Date created today'] })).toBe('2 filters.')
  expect(changeText(calls, { ...calls, filters: ['Lead is lead_1aBcDeFgHiJk'] })).toBe('1 filter.')
  expect(changeText(calls, calls)).toBe('')
})

it('says what is kept of the loaded rows, and that all of them are again', () => {
  const kept = { ...calls, refinements: ['Direction is Incoming'] }
  expect(changeText(calls, kept)).toBe('1 refinement: Direction is Incoming.')
  expect(changeText(kept, { ...kept, refinements: ['Direction is Incoming', 'Text contains “offer”'] })).toBe(
    '2 refinements.',
  )
  expect(changeText(kept, calls)).toBe('No refinements.')
})
