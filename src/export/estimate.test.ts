import { expect, test } from 'vitest'
import { estimateOf, type Known } from './estimate.ts'

const known: Known = {
  rows: 200,
  ended: false,
  newest: '2026-03-11T00:00:00Z',
  reached: '2026-03-10T00:00:00Z',
  requestMs: 300,
}

const tenDays = { from: { at: Date.parse('2026-03-01T00:00:00Z') / 1000, inclusive: true }, limit: 100 }
const open = { from: null, limit: 100 }

test('a period with a beginning is as dense as what is loaded of it', () => {
  expect(estimateOf(tenDays, known, 6)).toEqual({
    kind: 'estimate',
    isExact: false,
    rows: 2000,
    requests: 20,
    seconds: 1,
  })
})

test('a list that was walked to its end is known', () => {
  const estimate = estimateOf(open, { ...known, rows: 250, ended: true }, 6)
  expect(estimate).toMatchObject({ isExact: true, rows: 250, requests: 3, seconds: 0.3 })
})

test('figures that are guessed have two digits', () => {
  const estimate = estimateOf(tenDays, { ...known, rows: 234 }, 6)
  expect(estimate).toMatchObject({ rows: 2300, requests: 24 })
})

test.each([
  ['nothing is loaded', tenDays, { rows: 0, newest: null, reached: null }, 'nothing-loaded'],
  ['the period has no beginning', open, {}, 'no-beginning'],
  ['too little is loaded', tenDays, { rows: 3 }, 'too-few'],
  ['all that is loaded has one date', tenDays, { reached: known.newest }, 'too-few'],
] as const)('unknown, because %s', (_, stream, change, why) => {
  expect(estimateOf(stream, { ...known, ...change }, 6)).toEqual({ kind: 'unknown', why })
})

test('no time without a request that was made', () => {
  expect(estimateOf(tenDays, { ...known, requestMs: null }, 6)).toMatchObject({ requests: 20, seconds: null })
})
