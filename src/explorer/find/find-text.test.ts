import { expect, it } from 'vitest'
import { findText } from './find-text.ts'

const state = {
  typed: 'tea',
  matches: 17,
  current: 2,
  searched: 400,
  loaded: 400,
  skipsMessages: false,
  isSearching: false,
}

it('says how many in how many loaded rows', () => {
  expect(findText(state, 'en-GB')).toBe('3 of 17 in 400 loaded rows')
  expect(findText({ ...state, current: null }, 'en-GB')).toBe('17 in 400 loaded rows')
  expect(findText({ ...state, matches: 0, current: null, loaded: 1, searched: 1 }, 'en-GB')).toBe(
    'None in 1 loaded row',
  )
  expect(findText({ ...state, matches: 0, current: null, isSearching: true }, 'en-GB')).toBe('Searching…')
  expect(findText({ ...state, typed: '' }, 'en-GB')).toBe('')
})

it('says when not all loaded rows could be searched', () => {
  expect(findText({ ...state, searched: 20_000, loaded: 45_000 }, 'en-GB')).toBe(
    '3 of 17 in 20,000 of 45,000 loaded rows; the others have left memory',
  )
})

it('says that it does not look inside conversations', () => {
  expect(findText({ ...state, matches: 0, current: null, skipsMessages: true }, 'en-GB')).toBe(
    'None in 400 loaded rows; not inside conversations',
  )
})
