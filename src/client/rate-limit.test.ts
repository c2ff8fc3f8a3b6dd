import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rateLimitOf, waitSecondsOf } from './rate-limit.ts'

const now = Date.UTC(2026, 2, 4, 14, 0, 0)

test.each<[string, Record<string, string>, number]>([
  ['Close says how long', { ratelimit: 'limit=100, remaining=0, reset=5' }, 5],
  ['with a fraction', { ratelimit: 'limit=100,remaining=0,reset=3.25' }, 3.25],
  ['as the standard draft spells it', { ratelimit: '"default";r=0;t=7' }, 7],
  ['in a header of its own', { 'ratelimit-reset': '4' }, 4],
  ['in the deprecated header', { 'x-rate-limit-reset': '0.87' }, 1],
  ['as a moment', { 'x-rate-limit-reset': String(now / 1000 + 9) }, 9],
  ['to retry after seconds', { 'retry-after': '12' }, 12],
  ['to retry after a date', { 'retry-after': 'Wed, 04 Mar 2026 14:00:20 GMT' }, 20],
  ['two ways, of which reset is the exact one', { ratelimit: 'reset=3.2', 'retry-after': '4' }, 3.2],
  ['a garbled reset and a clear retry-after', { ratelimit: 'reset=soon', 'retry-after': '4' }, 4],
  ['nothing', {}, 2],
  ['nothing readable', { 'retry-after': '-5', ratelimit: 'reset=-3' }, 2],
  ['an hour', { 'retry-after': '3600' }, 3600],
  ['a week', { 'retry-after': '604800' }, 3600],
  ['no time at all', { 'retry-after': '0' }, 1],
  ['a date gone by', { 'retry-after': 'Wed, 04 Mar 2026 13:00:00 GMT' }, 1],
])('the wait after a refusal, when the headers say %s', (_, headers, expected) => {
  expect(waitSecondsOf(new Headers(headers), now)).toBeCloseTo(expected, 3)
})

test('whatever the headers say, the wait is between a second and an hour', () => {
  const value = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789.-+eE=,; "rtNaInfinityreset') }),
    fc.double().map(String),
    fc.constantFrom('reset=1e9', 'reset=NaN', 'limit=,remaining=,reset=', '"a";r=;t=', '99999999999999999999'),
  )
  const headers = fc.dictionary(
    fc.constantFrom('ratelimit', 'retry-after', 'ratelimit-reset', 'x-rate-limit-reset'),
    value.map((text) => text.trim()),
  )
  fc.assert(
    fc.property(headers, (given) => {
      const seconds = waitSecondsOf(new Headers(given), now)
      expect(seconds).toBeGreaterThanOrEqual(1)
      expect(seconds).toBeLessThanOrEqual(3600)
    }),
    { numRuns: 5000 },
  )
})

const nothing = { limit: null, remaining: null, reset: null, window: null }

test.each<[string, Record<string, string>, Partial<typeof nothing> | Record<string, number>]>([
  ['Close’s own', { ratelimit: 'limit=100, remaining=50, reset=2.5' }, { limit: 100, remaining: 50, reset: 2.5 }],
  [
    'the draft’s, with its policy',
    { ratelimit: '"default";r=50;t=5', 'ratelimit-policy': '"default";q=100;w=60' },
    { limit: 100, remaining: 50, reset: 5, window: 60 },
  ],
  [
    'the draft’s with several allowances, of which the tightest',
    { ratelimit: '"day";r=900;t=3600, "second";r=5;t=1' },
    { remaining: 5, reset: 1 },
  ],
  [
    'three headers',
    { 'ratelimit-limit': '20', 'ratelimit-remaining': '19', 'ratelimit-reset': '1' },
    { limit: 20, remaining: 19, reset: 1 },
  ],
  ['an earlier draft', { 'ratelimit-limit': '10, 10;w=2' }, { limit: 10, window: 2 }],
  [
    'the deprecated',
    { 'x-rate-limit-limit': '60', 'x-rate-limit-remaining': '50', 'x-rate-limit-reset': '3' },
    { limit: 60, remaining: 50, reset: 3 },
  ],
  ['gateways’', { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '50' }, { limit: 60, remaining: 50 }],
  ['none', {}, {}],
  ['none that can be read', { ratelimit: 'limit=a, remaining=-1, reset=NaN', 'ratelimit-limit': 'many' }, {}],
])('the allowance is read in every spelling: %s', (_, headers, expected) => {
  expect(rateLimitOf(new Headers(headers), now)).toEqual({ ...nothing, ...expected })
})
