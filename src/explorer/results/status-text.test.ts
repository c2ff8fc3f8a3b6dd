import { expect, test } from 'vitest'
import { type Loaded, statusText } from './status-text.ts'

const wording = { locale: 'en-GB', timeZone: 'Europe/Berlin' }
const loaded: Loaded = { status: 'ready', rowCount: 1400, end: 'open', reached: '2026-09-02T23:30:00.123456+00:00' }

test('says how many are loaded and how far back, in the zone of the query', () => {
  expect(statusText(loaded, wording)).toBe('1,400 loaded, back to 3 Sept 2026 · more')
})

test('a total is told only at the end of the list', () => {
  expect(statusText({ ...loaded, rowCount: 1532, end: 'ended' }, wording)).toBe('All 1,532 activities')
  expect(statusText({ ...loaded, rowCount: 1, end: 'ended' }, wording)).toBe('1 activity in all')
  expect(statusText({ ...loaded, rowCount: 0, end: 'ended' }, wording)).toBe('No activities')
})

test('a walk that had to stop is not called complete', () => {
  expect(statusText({ ...loaded, end: 'halted' }, wording)).toContain('not complete')
})

test('a last row without a date leaves the date out', () => {
  expect(statusText({ ...loaded, reached: null }, wording)).toBe('1,400 loaded · more')
})

test('before the first answer it loads; after a failure nothing is loaded', () => {
  expect(statusText({ ...loaded, status: 'loading' }, wording)).toBe('Loading…')
  expect(statusText({ ...loaded, status: 'failed' }, wording)).toBe('Nothing loaded')
})
